{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<main class="page" id="inhoud">
<div class="page-head"><div class="page-head__words"><h1>Berichten</h1><p>{{COUNT_TEXT}}</p></div></div>
{{>NOTICE}}
<form class="search" method="post" action="/entries" role="search">
<input type="hidden" name="csrf" value="{{CSRF}}">
<label class="hidden" for="search">Zoek in de berichten</label>
<input class="utrecht-textbox utrecht-textbox--html-input" id="search" type="search" name="q" value="{{QUERY}}" placeholder="Zoek een woord, straat of onderwerp" maxlength="80" data-search>
<button class="nl-button nl-button--primary" type="submit"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#search"></use></svg>Zoek</button>
</form>
<nav class="views" aria-label="Weergaven"><ul class="tabs">
{{#VIEW}}<li><a href="{{HREF}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{LABEL}} <span>{{NUMBER}}</span></a></li>
{{/VIEW}}
</ul></nav>
{{#EMPTY}}
<div class="empty"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#search"></use></svg><h2>Niets gevonden</h2><p class="hint">{{EMPTY_TEXT}}</p></div>
{{/EMPTY}}
{{#LIST}}
<ul class="rows">
{{#ROW}}{{>ROW}}
{{/ROW}}
</ul>
{{/LIST}}
{{#PAGER}}
<nav class="pager" aria-label="Bladeren">
{{#OLDER}}<a class="nl-button nl-button--secondary" href="{{OLDER_HREF}}">Ouder</a>{{/OLDER}}
<span class="hint">{{PAGE_TEXT}}</span>
{{#NEWER}}<a class="nl-button nl-button--secondary" href="{{NEWER_HREF}}">Nieuwer</a>{{/NEWER}}
</nav>
{{/PAGER}}
</main>
{{>FOOT}}
