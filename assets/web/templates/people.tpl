{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<main class="page" id="inhoud">
<div class="page-head"><div class="page-head__words"><h1>Mensen</h1><p>{{COUNT_TEXT}}</p></div></div>
{{>NOTICE}}
<div class="split">
<section class="card" aria-label="Wie er is">
<table class="table table--cards"><caption>Wie er is</caption>
<thead><tr><th scope="col">Naam</th><th scope="col">Rol</th><th scope="col">Laatste dienst</th><th scope="col"><span class="hidden">Wijzigen</span></th></tr></thead>
<tbody>
{{#MEMBER}}<tr><th scope="row">{{NAME}}</th><td data-label="Rol">{{ROLE_LABEL}}</td><td data-label="Laatste dienst">{{LAST_SEEN}}</td><td>{{#CHANGE}}
<details class="action action--small"><summary>Wijzig<span class="hidden"> {{NAME}}</span></summary><div class="action__body">
<form method="post" action="/people/{{MEMBER_ID}}/role">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}">
<div class="field"><label for="role-{{MEMBER_ID}}">Rol</label><select class="utrecht-select utrecht-select--html-select" id="role-{{MEMBER_ID}}" name="role">{{#ROLE_CHOICE}}<option value="{{KEY}}"{{#SELECTED}} selected{{/SELECTED}}>{{LABEL}}</option>{{/ROLE_CHOICE}}</select></div>
<button class="nl-button nl-button--secondary nl-button--wide" type="submit">Zet de rol</button>
</form>
<form method="post" action="/people/{{MEMBER_ID}}/renew">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}">
<button class="nl-button nl-button--secondary nl-button--wide" type="submit">Nieuwe wachtzin en code</button>
</form>
<form method="post" action="/people/{{MEMBER_ID}}/remove">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}">
<p class="hint">Weghalen gaat meteen in. De sleutels worden vervangen.</p>
<button class="nl-button nl-button--secondary nl-button--wide" type="submit">Haal {{NAME}} weg</button>
</form>
</div></details>{{/CHANGE}}{{#IS_YOU}}<span class="hint">Dit bent u</span>{{/IS_YOU}}</td></tr>
{{/MEMBER}}
</tbody></table>
</section>
<section class="card" aria-labelledby="add-title">
<h2 id="add-title">Voeg iemand toe</h2>
<form class="fields" method="post" action="/people/add">
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="field"><label for="new-name">Naam</label><input class="utrecht-textbox utrecht-textbox--html-input" id="new-name" name="name" value="{{NEW_NAME}}" maxlength="60" autocomplete="off" required></div>
<fieldset class="field"><legend>Rol</legend><div class="pick">
{{#ROLE_OPTION}}<label><input type="radio" name="role" value="{{KEY}}" required><strong>{{LABEL}}</strong><small>{{ROLE_HINT}}</small></label>
{{/ROLE_OPTION}}
</div></fieldset>
<button class="nl-button nl-button--primary nl-button--wide" type="submit"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#person_add"></use></svg>Voeg toe</button>
</form>
</section>
</div>
</main>
{{>FOOT}}
