{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<main class="page" id="inhoud">
<div class="page-head"><div class="page-head__words"><h1>Regel op het scherm</h1><p>Eén zin die iedereen op het eerste scherm leest, in de dagen die u kiest.</p></div></div>
{{>NOTICE}}
<div class="split">
<section class="only-filled" aria-labelledby="lines-title"><h2 class="group__title" id="lines-title">Wat er klaarstaat</h2>
<ul class="lines">
{{#NOTICE_ROW}}<li class="card line">
<p class="row__marks"><span class="nl-data-badge nl-data-badge--{{KIND}}">{{STATE_TEXT}}</span></p>
<p class="line__words">{{WORDS}}</p><p class="hint" lang="en">{{WORDS_EN}}</p><p class="line__days"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#event"></use></svg>{{DAYS}}</p>
{{#REMOVE}}<form method="post" action="/notices/remove"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="number" value="{{NUMBER}}"><input type="hidden" name="words" value="{{WORDS}}"><button class="nl-button nl-button--secondary" type="submit"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#delete_outline"></use></svg>Haal weg<span class="hidden">: {{WORDS}}</span></button></form>{{/REMOVE}}</li>
{{/NOTICE_ROW}}
</ul></section>
<section class="card aside-first" aria-labelledby="new-title">
<h2 id="new-title">Nieuwe regel</h2>
<form class="fields" method="post" action="/notices" data-draft>
<input type="hidden" name="csrf" value="{{CSRF}}">
{{#KINDS}}<fieldset class="field"><legend>Wat voor regel?</legend><div class="pick">
{{#LINE_KIND}}<label><input type="radio" name="kind" value="{{KEY}}" required{{#CHECKED}} checked{{/CHECKED}}><strong>{{LABEL}}</strong><small>{{LINE_HINT}}</small></label>
{{/LINE_KIND}}
</div></fieldset>
{{/KINDS}}
<div class="field"><label for="line-nl">Zin</label><p class="hint" id="line-hint">Hooguit {{LENGTH_MAX}} letters. Noem geen mensen.</p><input class="utrecht-textbox utrecht-textbox--html-input" id="line-nl" name="nl" value="{{LINE_NL}}" maxlength="{{LENGTH_MAX}}" autocomplete="off" aria-describedby="line-hint" required></div>
<details class="action only-filled"><summary><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#forum"></use></svg>Zinnen om mee te beginnen</summary><div class="action__body"><ul class="beginnings">
{{#DONE_TEMPLATE}}<li><span>{{TEXT}}</span><button class="nl-button nl-button--secondary js-only" type="button" data-puts="line-nl" data-text="{{TEXT}}">Gebruik<span class="hidden">: {{TEXT}}</span></button></li>
{{/DONE_TEMPLATE}}
</ul></div></details>
<div class="field"><label for="line-en">In het Engels</label><p class="hint" id="line-en-hint">Mag leeg blijven.</p><input class="utrecht-textbox utrecht-textbox--html-input" id="line-en" name="en" value="{{LINE_EN}}" lang="en" maxlength="{{LENGTH_MAX}}" autocomplete="off" aria-describedby="line-en-hint"></div>
<div class="fields fields--days">
<div class="field"><label for="line-from">Vanaf</label><input class="utrecht-textbox utrecht-textbox--html-input" id="line-from" type="date" name="from" value="{{FROM}}" required></div>
<div class="field"><label for="line-until">Tot en met</label><input class="utrecht-textbox utrecht-textbox--html-input" id="line-until" type="date" name="until" value="{{UNTIL}}" required></div>
</div>
{{#ASK_SURE}}<div class="notice notice--late" role="alert"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#warning"></use></svg><div class="notice__body"><p>Deze zin lijkt iemand te noemen. Iedereen leest dit.</p><div class="pick"><label><input type="checkbox" name="sure" value="yes"><strong>Dat klopt, zet hem erop</strong></label></div></div></div>
{{/ASK_SURE}}
<button class="nl-button nl-button--primary nl-button--wide" type="submit"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#check"></use></svg>Zet op het scherm</button>
</form>
</section>
</div>
</main>
{{>FOOT}}
