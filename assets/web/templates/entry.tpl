{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<main class="page" id="inhoud">
<div class="entry-nav"><a class="back" href="{{BACK_HREF}}"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#arrow_back"></use></svg>{{BACK_TEXT}}</a>{{#NEXT_ENTRY}}<a class="back" href="/entries/{{NEXT_ID}}" data-next>Volgende<svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#arrow_forward"></use></svg></a>{{/NEXT_ENTRY}}</div>
<div class="page-head">
<h1 class="page-head__words"{{#FOREIGN}} lang="{{LANG}}" dir="{{DIR}}"{{/FOREIGN}}>{{HEADING}}</h1>
<p class="row__marks">{{#BADGE}}<span class="nl-data-badge nl-data-badge--{{KIND}}">{{TEXT}}</span>{{/BADGE}}</p>
</div>
{{>NOTICE}}
{{>ENTRY_CONFLICT}}
<div class="entry">
<div class="entry__left">
<section class="card entry__text" aria-label="Het bericht">
{{#ERASED}}<p class="hint">{{ERASED_TEXT}}</p>{{/ERASED}}
{{#MESSAGE}}
<article class="message{{#OWN}} message--own{{/OWN}}">
<p class="message__head">{{MESSAGE_HEAD}}</p>
<p class="message__text" lang="{{LANG}}" dir="{{DIR}}">{{MESSAGE_TEXT:p}}</p>
</article>
{{/MESSAGE}}
</section>
{{>ENTRY_ANSWER}}
{{#SIMILAR}}
<section class="notice entry__similar" aria-labelledby="similar-title"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#link"></use></svg>
<div class="notice__body"><h2 id="similar-title">{{SIMILAR_TITLE}}</h2>
<p class="hint">Koppelen houdt elk bericht apart: iedere bezoeker krijgt zijn eigen antwoord.</p>
<form method="post" action="/entries/{{ID}}/link">
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}">
<div class="pick">
{{#SIMILAR_ENTRY}}<div class="similar"><label><input type="checkbox" name="entry" value="{{OTHER_ID}}"{{#LINKED}} checked{{/LINKED}}><strong>{{SUBJECT}}</strong><small>{{WHERE}}</small></label><a class="back" href="/entries/{{OTHER_ID}}">Open<span class="hidden"> {{SUBJECT}}</span></a></div>
{{/SIMILAR_ENTRY}}
</div>
<p class="row-of-buttons"><button class="nl-button nl-button--secondary" type="submit">Koppel wat is aangevinkt</button></p>
</form></div>
</section>
{{/SIMILAR}}
{{>ENTRY_NOTES}}
</div>
<div class="entry__right">
<section class="card entry__about" aria-labelledby="about-title">
<h2 id="about-title">Over dit bericht</h2>
<dl class="facts">
{{#FACT}}<dt>{{LABEL}}</dt><dd>{{TEXT}}</dd>
{{/FACT}}
</dl>
{{>MAP}}
</section>
{{>ENTRY_ACTIONS}}
<section class="card entry__history" aria-labelledby="history-title">
<h2 id="history-title">Wat er gebeurde</h2>
<ol class="history">
{{#EVENT}}<li><span>{{WHEN}}</span><span>{{TEXT}}</span></li>
{{/EVENT}}
</ol>
<p class="recorded"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#visibility"></use></svg>Dat u dit leest, is vastgelegd.</p>
</section>
</div>
</div>
</main>
{{>FOOT}}
