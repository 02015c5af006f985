{{%AUTOESCAPE context="HTML"}}
{{#CONFLICT}}
<section class="notice notice--late notice--page" role="alert" aria-labelledby="conflict-title"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#warning"></use></svg>
<div class="notice__body"><h2 id="conflict-title">Intussen gewijzigd door {{WHO}}</h2>
<p>{{WHEN}} Er is niets overschreven. Kies wat het wordt.</p>
<div class="versions">
<div class="version"><h3>Zo staat het er nu</h3><p class="kept-lines">{{THEIRS:p}}</p></div>
<div class="version"><h3>Dit wilde u opslaan</h3><p class="kept-lines">{{YOURS:p}}</p></div>
</div>
<div class="row-of-buttons">
<a class="nl-button nl-button--secondary" href="/entries/{{ID}}">Laat staan wat er nu staat</a>
<form method="post" action="{{AGAIN_ACTION}}">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}">
{{#AGAIN}}<input type="hidden" name="{{FIELD}}" value="{{VALUE:p}}">
{{/AGAIN}}
<button class="nl-button nl-button--secondary" type="submit">Vervang door mijn versie</button>
</form>
</div></div>
</section>
{{/CONFLICT}}
