{{%AUTOESCAPE context="HTML"}}
{{#ANSWER}}
<section class="card entry__answer" aria-labelledby="answer-title">
<form class="stack" method="post" action="/entries/{{ID}}/answer" id="answer-form" data-draft>
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}">
<div class="answer-head"><h2 id="answer-title"><label for="answer">Uw antwoord</label></h2><p class="hint" id="answer-hint">{{ANSWER_HINT}}</p></div>
{{#STANDARD_ANSWERS}}
<div class="standard">
<label class="hidden" for="standard">Standaardantwoord</label>
<select class="utrecht-select utrecht-select--html-select" id="standard" name="standard" data-fills="answer">
<option value="">Kies een standaardantwoord</option>
{{#STANDARD}}<option value="{{KEY}}" lang="{{LANG}}" data-text="{{TEXT:p}}">{{LABEL}}</option>
{{/STANDARD}}
</select>
<button class="nl-button nl-button--secondary no-js-only" type="submit" name="do" value="insert">Zet erin</button>
</div>
{{/STANDARD_ANSWERS}}
<textarea class="utrecht-textarea utrecht-textarea--html-textarea" id="answer" name="answer" rows="5" maxlength="2000" lang="{{ANSWER_LANG}}" dir="{{ANSWER_DIR}}" aria-describedby="answer-hint" data-answer>{{ANSWER_TEXT:p}}</textarea>
{{#ANSWER_WARNING}}
<div class="notice notice--late" role="alert"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#warning"></use></svg>
<div class="notice__body"><h3>{{WARNING_TITLE}}</h3>
<ul class="found">{{#FOUND}}<li><mark>{{FOUND_TEXT}}</mark> <span class="hint">{{FOUND_WHY}}</span></li>
{{/FOUND}}</ul>
<p>Iedereen met de code kan dit antwoord op het scherm lezen. Pas het aan, of verstuur het toch.</p>
<p><button class="nl-button nl-button--secondary" type="submit" name="do" value="send_anyway">Toch versturen</button></p></div></div>
{{/ANSWER_WARNING}}
<fieldset class="field">
<legend>Wat wordt de status?</legend>
<div class="pick pick--across">
{{#ANSWER_STEP}}<label><input type="radio" name="status" value="{{KEY}}"{{#CHECKED}} checked{{/CHECKED}}><strong>{{LABEL}}</strong><small>{{VISITOR_READS}}</small></label>
{{/ANSWER_STEP}}
</div>
</fieldset>
<div class="answer-foot">
<ul class="checks">{{#CHECK}}<li class="check check--{{KIND}}"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#{{ICON}}"></use></svg>{{TEXT}}</li>
{{/CHECK}}</ul>
<div class="row-of-buttons row-of-buttons--end thumb">
<button class="nl-button nl-button--secondary" type="submit" name="do" value="draft"><span>Bewaar<span class="wide-only"> voor later</span></span></button>
<button class="nl-button nl-button--primary" type="submit" name="do" value="send"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#send"></use></svg>Stuur antwoord</button>
</div>
</div>
</form>
</section>
{{/ANSWER}}
{{#NO_ANSWER}}
<section class="card entry__answer"><h2>Antwoorden kan hier niet</h2><p class="hint">{{NO_ANSWER_TEXT}}</p></section>
{{/NO_ANSWER}}
