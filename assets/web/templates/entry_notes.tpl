{{%AUTOESCAPE context="HTML"}}
{{#NOTES}}
<section class="card entry__notes" aria-labelledby="notes-title">
<h2 id="notes-title">Notities</h2>
<p class="hint">Alleen collega’s van de politie lezen dit. De bezoeker nooit.</p>
{{#NOTE}}
<article class="note"><p class="message__head">{{NOTE_HEAD}}</p><p class="kept-lines">{{NOTE_TEXT:p}}</p></article>
{{/NOTE}}
<form class="stack" method="post" action="/entries/{{ID}}/note" data-draft>
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}">
<div class="field"><label for="note">Nieuwe notitie</label><textarea class="utrecht-textarea utrecht-textarea--html-textarea textarea--low" id="note" name="note" rows="2" maxlength="2000" required></textarea></div>
<div class="pick"><label><input type="checkbox" name="walk_in" value="yes"><strong>Gesprek aan de tafel</strong><small>De bezoeker kwam terug en sprak u hierover.</small></label></div>
<p class="row-of-buttons"><button class="nl-button nl-button--secondary" type="submit">Bewaar notitie</button></p>
</form>
</section>
{{/NOTES}}
