{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<main class="page" id="inhoud">
<div class="page-head"><div class="page-head__words"><h1>{{HEADING}}</h1><p>Nummers en adressen op het scherm. Bel het nummer of kijk op de website. Klopt het nog? Zeg dat hier.</p></div></div>
{{>NOTICE}}
<ul class="fact-list">
{{#FACT_ROW}}<li class="card fact" id="fact-{{ID}}">
<div class="fact__head"><h2>{{LABEL}}</h2><span class="nl-data-badge nl-data-badge--{{KIND}}">{{STATE_TEXT}}</span></div>
<p class="fact__value">{{VALUE}}</p>
<p>{{NOTE}}</p>
<p class="hint">{{CHECKED_TEXT}}</p>
<p class="hint">{{USED_TEXT}}</p>
<div class="fact__do">
<details class="action" name="fact"><summary><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#check"></use></svg>Het klopt nog<span class="hidden">: {{LABEL}}</span></summary><div class="action__body">
<form method="post" action="/facts/{{ID}}/checked">
<input type="hidden" name="csrf" value="{{CSRF}}">
<p>Ik heb vandaag gekeken. Het klopt.</p>
<div class="field"><label for="until-{{ID}}">Opnieuw kijken voor</label><input class="utrecht-textbox utrecht-textbox--html-input" id="until-{{ID}}" type="date" name="until" value="{{UNTIL}}" max="{{LAST_DAY}}" required></div>
<button class="nl-button nl-button--primary nl-button--wide" type="submit">Het klopt</button>
</form>
</div></details>
{{#CHANGE}}<details class="action" name="fact"><summary><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#edit"></use></svg>Verander<span class="hidden">: {{LABEL}}</span></summary><div class="action__body">
<form method="post" action="/facts/{{ID}}/change" data-draft>
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="seen" value="{{VALUE}}">
<div class="field"><label for="value-{{ID}}">Nummer of adres</label><input class="utrecht-textbox utrecht-textbox--html-input" id="value-{{ID}}" name="value" value="{{VALUE}}" maxlength="300" autocomplete="off" required></div>
<div class="field"><label for="note-{{ID}}">Zin eronder</label><input class="utrecht-textbox utrecht-textbox--html-input" id="note-{{ID}}" name="note" value="{{NOTE}}" maxlength="300" autocomplete="off"></div>
<div class="field"><label for="note-en-{{ID}}">Zin eronder, in het Engels</label><input class="utrecht-textbox utrecht-textbox--html-input" id="note-en-{{ID}}" name="note_en" value="{{NOTE_EN}}" lang="en" maxlength="300" autocomplete="off"></div>
<div class="field"><label for="change-until-{{ID}}">Opnieuw kijken voor</label><input class="utrecht-textbox utrecht-textbox--html-input" id="change-until-{{ID}}" type="date" name="until" value="{{UNTIL}}" max="{{LAST_DAY}}" required></div>
<p class="hint">Dit gaat meteen naar alle pagina’s.</p>
<button class="nl-button nl-button--primary nl-button--wide" type="submit">Bewaar</button>
</form>
</div></details>{{/CHANGE}}
</div></li>
{{/FACT_ROW}}
</ul>
</main>
{{>FOOT}}
