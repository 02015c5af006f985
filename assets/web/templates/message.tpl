{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<main class="page page--narrow" id="inhoud">
<div class="empty"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#{{ICON}}"></use></svg><h1>{{HEADING}}</h1><p class="hint">{{TEXT}}</p>
{{#DETAIL}}<p class="hint">{{DETAIL_TEXT}}</p>{{/DETAIL}}
<p class="empty__go"><a class="nl-button nl-button--primary" href="{{GO_HREF}}">{{GO_TEXT}}</a></p></div>
</main>
{{>FOOT}}
