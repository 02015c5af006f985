{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<main class="page page--narrow" id="inhoud">
<p class="screen-only"><a class="back" href="/entries/{{ID}}"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#arrow_back"></use></svg>Terug naar het bericht</a></p>
{{>NOTICE}}
<article class="card sheet">
<p class="sheet__head">{{SITE}} · afgedrukt {{PRINTED}} door {{PERSON}}</p>
<h1>{{HEADING}}</h1>
<dl class="facts">
{{#FACT}}<dt>{{LABEL}}</dt><dd>{{TEXT}}</dd>
{{/FACT}}
</dl>
{{#MESSAGE}}
<section class="sheet__message"><h2>{{MESSAGE_HEAD}}</h2><p class="kept-lines" lang="{{LANG}}" dir="{{DIR}}">{{MESSAGE_TEXT:p}}</p></section>
{{/MESSAGE}}
</article>
<section class="screen-only take-over" aria-labelledby="take-over-title">
<h2 id="take-over-title">Overnemen in twee stappen</h2>
<ol class="steps">
<li class="card"><h3>1. Druk af of neem over</h3><p class="hint">Zet wat u nodig hebt in het politiesysteem.</p><p class="row-of-buttons js-only"><button class="nl-button nl-button--secondary" type="button" data-print><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#print"></use></svg>Druk af</button></p><p class="no-js-only hint">Afdrukken gaat met Ctrl en P.</p></li>
<li class="card"><h3>2. Wis de tekst hier</h3>
<form class="stack" method="post" action="/entries/{{ID}}/taken-over">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}">
<div class="field field--short"><label for="reference">Nummer in het politiesysteem</label><input class="utrecht-textbox utrecht-textbox--html-input" id="reference" name="reference" maxlength="40" autocomplete="off" required></div>
<div class="pick"><label><input type="checkbox" name="sure" value="yes" required><strong>Ik heb alles overgenomen</strong><small>De tekst gaat hier voorgoed weg. Niemand kan hem terughalen.</small></label></div>
<p class="hint">De bezoeker leest: “{{TAKEN_OVER_READS}}”</p>
<p class="row-of-buttons"><button class="nl-button nl-button--primary" type="submit">Overgenomen: wis de tekst</button></p>
</form></li>
</ol>
</section>
</main>
{{>FOOT}}
