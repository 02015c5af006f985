{{%AUTOESCAPE context="HTML"}}
{{#ACTIONS}}
<section class="entry__actions" aria-label="Wat u kunt doen">
<p class="status-now"><span class="hint">Status</span> <strong>{{STATUS}}</strong><span class="status-now__reads">De bezoeker leest: “{{VISITOR_READS_NOW}}”</span></p>
<details class="action" name="action"><summary><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#flag"></use></svg>Andere status of urgentie</summary>
<div class="action__body">
<form method="post" action="/entries/{{ID}}/status">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}">
<fieldset class="field"><legend>Status</legend><p class="hint">Eronder staat wat de bezoeker leest.</p><div class="pick">
{{#STEP}}<label><input type="radio" name="status" value="{{KEY}}" required><strong>{{LABEL}}</strong><small>{{VISITOR_READS}}</small></label>
{{/STEP}}
</div></fieldset>
<button class="nl-button nl-button--secondary nl-button--wide" type="submit">Zet de status</button>
</form>
<form method="post" action="/entries/{{ID}}/urgency">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}">
<fieldset class="field"><legend>Urgentie</legend><p class="hint">Alleen voor de volgorde hier.</p><div class="pick">
{{#URGENCY}}<label><input type="radio" name="urgency" value="{{KEY}}"{{#CHECKED}} checked{{/CHECKED}}><strong>{{LABEL}}</strong></label>
{{/URGENCY}}
</div></fieldset>
<button class="nl-button nl-button--secondary nl-button--wide" type="submit">Zet de urgentie</button>
</form>
</div></details>
<details class="action" name="action"><summary><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#call_split"></use></svg>Verwijs door</summary>
<div class="action__body">
{{#REFER}}
<p>De bezoeker vindt het goed dat u dit doorgeeft.</p>
<form method="post" action="/entries/{{ID}}/refer">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}">
<fieldset class="field"><legend>Aan wie?</legend><div class="pick">
{{#BODY}}<label><input type="radio" name="body" value="{{KEY}}" required><strong>{{LABEL}}</strong><small>{{BODY_HINT}}</small></label>
{{/BODY}}
</div></fieldset>
<p class="hint">De bezoeker leest: “{{REFER_READS}}”</p>
<button class="nl-button nl-button--secondary nl-button--wide" type="submit">Verwijs door</button>
</form>
{{/REFER}}
{{#NO_REFER}}<p>{{NO_REFER_TEXT}}</p>{{/NO_REFER}}
</div></details>
<details class="action" name="action"><summary><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#share"></use></svg>Draag over aan collega</summary>
<div class="action__body">
<form method="post" action="/entries/{{ID}}/hand-over" data-draft>
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}">
<div class="field"><label for="colleague">Collega</label><select class="utrecht-select utrecht-select--html-select" id="colleague" name="colleague" required><option value="">Kies een collega</option>
{{#COLLEAGUE}}<option value="{{KEY}}">{{LABEL}}</option>
{{/COLLEAGUE}}</select></div>
<div class="field"><label for="hand-over-note">Wat moet uw collega weten?</label><textarea class="utrecht-textarea utrecht-textarea--html-textarea textarea--low" id="hand-over-note" name="note" rows="3" maxlength="1000" required></textarea></div>
<button class="nl-button nl-button--secondary nl-button--wide" type="submit">Draag over</button>
</form>
</div></details>
<details class="action" name="action"><summary><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#event"></use></svg>Zet weg tot een datum</summary>
<div class="action__body">
<form method="post" action="/entries/{{ID}}/set-aside" data-draft>
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}">
<div class="field field--short"><label for="until">Tot en met</label><input class="utrecht-textbox utrecht-textbox--html-input" id="until" type="date" name="until" min="{{TOMORROW}}" required></div>
<div class="field"><label for="reason">Waarom?</label><p class="hint" id="reason-hint">Staat erbij als het terugkomt.</p><textarea class="utrecht-textarea utrecht-textarea--html-textarea textarea--low" id="reason" name="reason" rows="2" maxlength="300" aria-describedby="reason-hint" required></textarea></div>
<p class="hint">De bezoeker leest: “{{SET_ASIDE_READS}}”</p>
<button class="nl-button nl-button--secondary nl-button--wide" type="submit">Zet weg</button>
</form>
</div></details>
{{#TAKE_OVER}}
<details class="action" name="action"><summary><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#assignment"></use></svg>Overgenomen in politiesysteem</summary>
<div class="action__body">
<p>U krijgt één pagina om over te nemen. Daarna wist u de tekst hier voorgoed.</p>
<a class="nl-button nl-button--secondary nl-button--wide" href="/entries/{{ID}}/print">Maak de pagina</a>
</div></details>
{{/TAKE_OVER}}
{{#REDACT}}
<details class="action" name="action"><summary><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#visibility_off"></use></svg>Wis de hele tekst voorgoed</summary>
<div class="action__body">
<form method="post" action="/entries/{{ID}}/redact" data-draft>
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}">
<p>De hele tekst verdwijnt: alles wat de bezoeker schreef, de notities, de kopieën van antwoorden en de koppelingen. U kunt niet een deel wissen en niets terughalen. Een reservekopie bewaart de tekst nog hooguit zeven dagen.</p>
<p class="hint">Het bericht is dan klaar. De bezoeker leest de status nog met de code, en het antwoord als u dat gaf.</p>
<div class="field"><label for="erase-reason">Waarom?</label><p class="hint" id="erase-reason-hint">Blijft staan bij wie deed wat. Noem geen mensen.</p><input class="utrecht-textbox utrecht-textbox--html-input" id="erase-reason" name="reason" maxlength="120" aria-describedby="erase-reason-hint" autocomplete="off" required></div>
<button class="nl-button nl-button--secondary nl-button--wide" type="submit">Wis de hele tekst voorgoed</button>
</form>
</div></details>
{{/REDACT}}
{{#NONSENSE}}
<details class="action" name="action"><summary><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#block"></use></svg>Dit is onzin</summary>
<div class="action__body">
<p>Het bericht gaat apart en telt alleen mee als onzin. U kunt het terughalen.</p>
<form method="post" action="/entries/{{ID}}/nonsense">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}">
<button class="nl-button nl-button--secondary nl-button--wide" type="submit">Zet apart als onzin</button>
</form>
</div></details>
{{/NONSENSE}}
</section>
{{/ACTIONS}}
