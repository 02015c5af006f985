{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<main class="page" id="inhoud">
<div class="page-head"><div class="page-head__words"><h1>{{HEADING}}</h1><p>{{AS_OF}}</p></div>
<div class="page-head__actions"><a class="nl-button nl-button--secondary" href="/health"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#refresh"></use></svg>Kijk opnieuw</a></div></div>
{{>NOTICE}}
<div class="machines">
{{#MACHINE}}
<div class="card"><h2>{{NAME}}</h2>
<ul class="health">
{{#CHECK}}<li class="health__check health__check--{{KIND}}"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#{{ICON}}"></use></svg><div><p><strong>{{LABEL}}</strong> <span class="hint">{{TEXT}}</span></p>{{#MEND}}<p class="health__mend"><strong>Doe dit:</strong> {{MEND_TEXT}}</p>{{/MEND}}</div></li>
{{/CHECK}}
</ul></div>
{{/MACHINE}}
</div>
</main>
{{>FOOT}}
