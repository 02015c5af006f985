{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<main class="page" id="inhoud">
<div class="page-head"><div class="page-head__words"><h1>Wie deed wat</h1><p>{{COUNT_TEXT}}</p></div></div>
{{#INTACT}}<div class="notice notice--done notice--page" role="status"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#verified_user"></use></svg><p class="notice__body">{{INTACT_TEXT}}</p></div>{{/INTACT}}
{{#BROKEN}}<div class="notice notice--late notice--page" role="alert"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#warning"></use></svg><p class="notice__body">{{BROKEN_TEXT}}</p></div>{{/BROKEN}}
<section class="card audit" aria-label="Regels">
<table class="table table--cards"><caption class="hidden">Wie deed wat</caption>
<thead><tr><th scope="col">Nr.</th><th scope="col">Wanneer</th><th scope="col">Wie</th><th scope="col">Wat</th><th scope="col">Waarvan</th><th scope="col">Gelukt</th><th scope="col">Waarom</th></tr></thead>
<tbody>
{{#AUDIT_ROW}}<tr><td data-label="Nr.">{{NUMBER}}</td><td data-label="Wanneer">{{WHEN}}</td><th scope="row">{{NAME}}</th><td data-label="Wat">{{ACTION}}</td><td data-label="Waarvan">{{OBJECT}}</td><td data-label="Gelukt">{{RESULT}}</td><td data-label="Waarom">{{REASON_TEXT}}</td></tr>
{{/AUDIT_ROW}}
</tbody></table>
{{#EMPTY}}<p class="hint">{{EMPTY_TEXT}}</p>{{/EMPTY}}
</section>
{{#PAGER}}
<nav class="pager" aria-label="Bladeren">
{{#OLDER}}<a class="nl-button nl-button--secondary" href="{{OLDER_HREF}}">Ouder</a>{{/OLDER}}
<span class="hint">{{PAGE_TEXT}}</span>
{{#NEWER}}<a class="nl-button nl-button--secondary" href="{{NEWER_HREF}}">Nieuwer</a>{{/NEWER}}
</nav>
{{/PAGER}}
</main>
{{>FOOT}}
