{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<main class="page" id="inhoud">
<div class="page-head"><div class="page-head__words"><h1>Pagina’s op het scherm</h1><p>Kies een taal om een pagina te lezen of te veranderen. U ziet steeds hoe het op de kiosk wordt.</p></div></div>
{{>NOTICE}}
{{#RULE_NOTE}}<div class="notice notice--page"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#info"></use></svg><p class="notice__body">{{TEXT}}</p></div>
{{/RULE_NOTE}}
<section class="waiting only-filled" aria-labelledby="waiting-title"><h2 class="group__title" id="waiting-title"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#schedule"></use></svg>Wacht op u</h2>
<ul class="rows">
{{#WAITING}}<li><a class="row" href="{{HREF}}" data-row><span class="row__words"><strong>{{TITLE}}</strong><span>{{TEXT}}</span></span><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#arrow_forward"></use></svg></a></li>
{{/WAITING}}
</ul></section>
<ul class="page-list">
{{#PAGE}}<li class="card page-card"><h2>{{TITLE}}</h2>
<ul class="page-card__languages">
{{#LANGUAGE}}<li><a class="row" href="{{HREF}}" data-row><strong lang="{{LANG}}">{{LABEL}}</strong><span class="row__marks">{{#BADGE}}<span class="nl-data-badge nl-data-badge--{{KIND}}">{{TEXT}}</span>{{/BADGE}}</span></a></li>
{{/LANGUAGE}}
</ul></li>
{{/PAGE}}
</ul>
{{#RULES}}
<section class="card rules" aria-labelledby="rules-title"><h2 id="rules-title">Afspraken</h2>
<form class="stack" method="post" action="/pages/rules">
<input type="hidden" name="csrf" value="{{CSRF}}">
<div class="pick pick--across">
<label><input type="checkbox" name="four_eyes" value="yes"{{#FOUR_EYES}} checked{{/FOUR_EYES}}><strong>Een agent kijkt eerst mee</strong><small>Wie een pagina schreef, zet die niet zelf op het scherm.</small></label>
<label><input type="checkbox" name="frozen" value="yes"{{#FROZEN}} checked{{/FROZEN}}><strong>Alles staat vast</strong><small>Alleen een agent verandert nog wat bezoekers zien.</small></label>
</div>
<p class="row-of-buttons"><button class="nl-button nl-button--secondary" type="submit">Bewaar de afspraken</button></p>
</form>
</section>
{{/RULES}}
</main>
{{>FOOT}}
