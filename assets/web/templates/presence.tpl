{{%AUTOESCAPE context="HTML"}}
{{#PRESENCE}}
<form class="switch-form" method="post" action="/presence">
<input type="hidden" name="csrf" value="{{CSRF}}">
<input type="hidden" name="from" value="{{PAGE}}">
<input type="hidden" name="present" value="{{NEXT}}">
<button class="switch" type="submit" role="switch" aria-checked="{{CHECKED}}"><span class="switch__track" aria-hidden="true"></span><span>Ik ben aanwezig</span></button>
<p class="hint">{{SCREEN_SAYS}}</p>
</form>
{{/PRESENCE}}
