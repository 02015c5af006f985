{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<main class="page" id="inhoud">
<div class="page-head"><div class="page-head__words"><h1>Kiosken</h1><p>{{COUNT_TEXT}}</p></div>
<form class="page-head__actions" method="post" action="/kiosks/pair"><input type="hidden" name="csrf" value="{{CSRF}}"><button class="nl-button nl-button--primary" type="submit"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#link"></use></svg>Koppel een kiosk</button></form></div>
{{>NOTICE}}
{{#EMPTY}}<div class="empty"><h2>Nog geen kiosk</h2><p class="hint">Koppel de eerste. Dat duurt twee minuten, met iemand bij de kiosk.</p></div>{{/EMPTY}}
<ul class="kiosks">
{{#KIOSK}}
<li class="card kiosk"><h2>{{NAME}}</h2>
<p class="row__marks"><span class="nl-data-badge nl-data-badge--{{KIND}}">{{STATE}}</span></p>
<dl class="facts">{{#FACT}}<dt>{{LABEL}}</dt><dd>{{TEXT}}</dd>
{{/FACT}}</dl>
{{#REVOKE}}<details class="action"><summary><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#block"></use></svg>Sluit deze kiosk af</summary><div class="action__body">
<p>De kiosk kan meteen niets meer sturen of krijgen. Doe dit als hij kwijt is of gestolen.</p>
<form method="post" action="/kiosks/{{KIOSK_ID}}/revoke"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}"><button class="nl-button nl-button--secondary nl-button--wide" type="submit">Sluit {{NAME}} af</button></form>
</div></details>{{/REVOKE}}</li>
{{/KIOSK}}
</ul>
</main>
{{>FOOT}}
