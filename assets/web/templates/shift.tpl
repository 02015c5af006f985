{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<main class="page" id="inhoud">
<div class="page-head">
<div class="page-head__words">
<h1>Sinds uw vorige dienst</h1>
<p>{{PERIOD}} · <strong>{{TOTAL}}</strong>{{#MINUTES}} · {{MINUTES_TEXT}}{{/MINUTES}}</p>
</div>
<div class="page-head__actions">
{{>PRESENCE}}
{{#FIRST}}<p class="thumb"><a class="nl-button nl-button--primary" href="/entries/{{FIRST_ID}}" data-next>Begin met lezen<svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#arrow_forward"></use></svg></a></p>{{/FIRST}}
</div>
</div>
{{>NOTICE}}
<ul class="counts" aria-label="Hoeveel er ligt">
{{#COUNT}}<li class="count{{#LATE}} count--late{{/LATE}}"><b>{{NUMBER}}</b><span>{{LABEL}}</span></li>
{{/COUNT}}
</ul>
{{#EMPTY}}
<div class="empty"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#check_circle_outline"></use></svg><h2>Alles is gelezen</h2><p class="hint">{{EMPTY_TEXT}}</p></div>
{{/EMPTY}}
<div class="groups">
{{#GROUP}}
<section class="group" aria-labelledby="group-{{KEY}}">
<h2 class="group__title" id="group-{{KEY}}"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#{{ICON}}"></use></svg>{{LABEL}}<span class="group__count"><span class="hidden">, aantal </span>{{NUMBER}}</span></h2>
<ul class="rows">
{{#ROW}}{{>ROW}}
{{/ROW}}
</ul>
{{#MORE}}<p class="group__more"><a class="back" href="{{MORE_HREF}}">{{MORE_TEXT}}</a></p>{{/MORE}}
</section>
{{/GROUP}}
</div>
<div class="notice shift-end"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#check_circle_outline"></use></svg>
<div class="notice__body shift-end__body"><p>Wat u nu niet af krijgt, staat de volgende keer weer klaar.</p>
<form method="post" action="/shift/end"><input type="hidden" name="csrf" value="{{CSRF}}"><button class="nl-button nl-button--secondary" type="submit">{{END_LABEL}}</button></form></div></div>
</main>
{{>FOOT}}
