{{%AUTOESCAPE context="HTML"}}
{{#LOOK}}
<div class="look__trouble">{{#TROUBLE}}<p class="notice notice--late"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#warning"></use></svg><span class="notice__body">{{TEXT}}</span></p>{{/TROUBLE}}</div>
<div class="notice notice--late only-filled"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#warning"></use></svg><div class="notice__body"><h3>Dit moet eerst anders</h3><ul class="found">{{#FAULT}}<li>{{TEXT}}</li>
{{/FAULT}}</ul></div></div>
<div class="screens">{{#LOOK_PICTURE}}<figure class="screen"><img src="{{HREF}}" alt="Zo ziet de bezoeker het. {{NUMBER_TEXT}}"><figcaption>{{NUMBER_TEXT}}</figcaption></figure>
{{/LOOK_PICTURE}}</div>
<p class="hint">{{LOOK_TEXT}}</p>
<div class="verdicts">
<div class="verdict verdict--{{PLAIN_KIND}}"><h3>Makkelijk te lezen</h3><p><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#check_circle"></use></svg><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#warning"></use></svg><span>{{PLAIN_TEXT}}</span></p></div>
<div class="verdict verdict--{{FIT_KIND}}"><h3>Past op het scherm</h3><p><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#check_circle"></use></svg><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#warning"></use></svg><span>{{FIT_TEXT}}</span></p></div>
</div>
<div class="card only-filled"><h3>Dat kan makkelijker</h3><ul class="found">{{#HINT}}<li><mark data-hard>{{WORDS}}</mark> <span>{{TEXT}}</span></li>
{{/HINT}}</ul></div>
<div class="card only-filled"><h3>Dit valt op</h3><ul class="found">{{#FINDING}}<li>{{TEXT}}</li>
{{/FINDING}}</ul></div>
{{/LOOK}}
