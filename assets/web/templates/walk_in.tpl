{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<main class="page page--narrow" id="inhoud">
<div class="page-head"><div class="page-head__words"><h1>Gesprek noteren</h1><p>Wat iemand u aan de tafel vertelde, naast de berichten van het scherm.</p></div></div>
{{>NOTICE}}
<form class="card fields" method="post" action="/walk-in" data-draft>
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field"><label for="text">Waar ging het over?</label><p class="hint" id="text-hint">Schrijf geen namen op als dat niet hoeft.</p><textarea class="utrecht-textarea utrecht-textarea--html-textarea" id="text" name="text" rows="6" maxlength="4000" aria-describedby="text-hint" required>{{NOTE_TEXT:p}}</textarea></div>
<div class="fields fields--two">
<div class="field"><label for="subject">Onderwerp</label><select class="utrecht-select utrecht-select--html-select" id="subject" name="subject" required><option value="">Kies een onderwerp</option>
{{#SUBJECT}}<option value="{{KEY}}"{{#SELECTED}} selected{{/SELECTED}}>{{LABEL}}</option>
{{/SUBJECT}}</select></div>
<div class="field"><label for="street">Straat</label><select class="utrecht-select utrecht-select--html-select" id="street" name="street"><option value="">Geen straat</option>
{{#STREET}}<option value="{{KEY}}"{{#SELECTED}} selected{{/SELECTED}}>{{LABEL}}</option>
{{/STREET}}</select></div>
</div>
<fieldset class="field"><legend>Is het klaar?</legend><div class="pick pick--across">
<label><input type="radio" name="after" value="closed" checked><strong>Ja, besproken</strong><small>Het telt mee. U hoeft niets meer te doen.</small></label>
<label><input type="radio" name="after" value="in_hand"><strong>Nee, ik ga ermee verder</strong><small>Het komt terug in uw dienst.</small></label>
</div></fieldset>
<p class="row-of-buttons row-of-buttons--end thumb"><button class="nl-button nl-button--primary" type="submit"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#check"></use></svg>Bewaar gesprek</button></p>
</form>
</main>
{{>FOOT}}
