{{%AUTOESCAPE context="HTML"}}
{{>HEAD}}
<main class="page" id="inhoud">
<link rel="stylesheet" href="/assets/editor.css">
<script src="/assets/editor.js" defer></script>
<div class="entry-nav"><a class="back" href="/pages"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#arrow_back"></use></svg>Alle pagina’s</a></div>
<form method="post" action="/pages/{{KEY}}" id="page-form" data-draft data-editor>
<input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version" value="{{VERSION}}">
<button class="hidden" type="submit" name="do" value="save" tabindex="-1" aria-hidden="true">Bewaar</button>
<div class="page-head editor-head">
<div class="page-head__words"><h1 lang="{{LANG}}" dir="{{DIR}}">{{HEADING}}</h1>
<p>{{STATE_TEXT}}</p><p class="row__marks">{{#BADGE}}<span class="nl-data-badge nl-data-badge--{{KIND}}">{{TEXT}}</span>{{/BADGE}}</p></div>
<div class="page-head__actions">
{{#SHOWN}}<details class="action undo"><summary><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#undo"></use></svg>Vorige versie</summary><div class="action__body"><p>{{UNDO_TEXT}}</p><p class="hint">Dat gaat van het scherm. De bezoeker ziet weer wat er daarvoor stond.</p><button class="nl-button nl-button--secondary nl-button--wide" type="submit" form="undo-form">Haal van het scherm</button></div></details>
{{/SHOWN}}
<div class="row-of-buttons row-of-buttons--end editor-head__send thumb">
<button class="nl-button nl-button--secondary" type="submit" name="do" value="save"><span>Bewaar<span class="wide-only"> voor later</span></span></button>
{{#OFFER}}<button class="nl-button nl-button--primary" type="submit" name="do" value="offer"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#send"></use></svg>Vraag een agent</button>
{{/OFFER}}
{{#PUBLISH}}<button class="nl-button nl-button--primary" type="submit" name="do" value="publish"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#check"></use></svg>Zet op het scherm</button>
{{/PUBLISH}}
</div>
</div>
</div>
{{>NOTICE}}
{{#LOCKED_NOTE}}<div class="notice notice--page"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#lock"></use></svg><p class="notice__body">{{TEXT}}</p></div>
{{/LOCKED_NOTE}}
{{#CONFLICT}}
<section class="notice notice--late notice--page" role="alert" aria-labelledby="conflict-title"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#warning"></use></svg>
<div class="notice__body"><h2 id="conflict-title">Intussen bewaard door {{WHO}}</h2>
<p>Er is niets overschreven. Hieronder in het formulier staat wat u typte. Neem over wat u mist, en bewaar dan opnieuw.</p>
<div class="version"><h3>Zo bewaarde {{WHO}} het</h3><p lang="{{LANG}}" dir="{{DIR}}"><strong>{{THEIR_TITLE}}</strong></p><p class="kept-lines" lang="{{LANG}}" dir="{{DIR}}">{{THEIR_BODY:p}}</p></div>
<p><a class="nl-button nl-button--secondary" href="/pages/{{KEY}}">Laat mijn tekst vallen</a></p></div>
</section>
{{/CONFLICT}}
<div class="editor">
<div class="editor__text">
<div class="field"><label for="page-title">Titel</label><input class="utrecht-textbox utrecht-textbox--html-input" id="page-title" name="title" value="{{PAGE_TITLE}}" lang="{{LANG}}" dir="{{DIR}}" maxlength="60" autocomplete="off"></div>
<div class="field"><label for="page-body" id="page-body-label">Tekst</label>
<div class="tools js-only" role="group" aria-label="Opmaak van de tekst">
<button class="tool" type="button" data-tool="heading" aria-label="Kop: maak van deze regel een kop" title="maak van deze regel een kop"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#title"></use></svg><span>Kop</span></button>
<button class="tool" type="button" data-tool="bold" aria-label="Vet: maak de gekozen woorden vet" title="maak de gekozen woorden vet"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#format_bold"></use></svg><span>Vet</span></button>
<button class="tool" type="button" data-tool="list" aria-label="Lijst: maak een lijst" title="maak een lijst"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#format_list_bulleted"></use></svg><span>Lijst</span></button>
<button class="tool" type="button" data-tool="steps" aria-label="Stappen: maak stappen met een nummer" title="maak stappen met een nummer"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#format_list_numbered"></use></svg><span>Stappen</span></button>
<button class="tool" type="button" data-tool="notice" aria-label="Let op: maak er een mededeling in een kader van" title="maak er een mededeling in een kader van"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#info"></use></svg><span>Let op</span></button>
<button class="tool" type="button" data-tool="picture" aria-label="Foto: zet een foto in de tekst" title="zet een foto in de tekst"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#image"></use></svg><span>Foto</span></button>
<button class="tool" type="button" data-tool="fact" aria-label="Feit: zet een nummer of adres in de tekst" title="zet een nummer of adres in de tekst"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#phone"></use></svg><span>Feit</span></button>
<button class="tool" type="button" data-tool="undo" aria-label="Herstel: neem de laatste wijziging terug" title="neem de laatste wijziging terug"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#undo"></use></svg><span>Herstel</span></button>
</div>
<textarea class="utrecht-textarea utrecht-textarea--html-textarea" id="page-body" name="body" rows="16" lang="{{LANG}}" dir="{{DIR}}" data-body>{{PAGE_BODY:p}}</textarea></div>
<details class="action"><summary><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#help"></use></svg>Zo zet u er een kop, feit of foto in</summary><div class="action__body">
<dl class="marks">
<dt><code>## Zo doet u het</code></dt><dd>een kop</dd>
<dt><code>**politie.nl**</code></dt><dd>vette woorden</dd>
<dt><code>- Een regel</code></dt><dd>een lijst: elke regel met een streepje</dd>
<dt><code>1. Eerst dit</code></dt><dd>stappen: elke regel met een nummer</dd>
<dt><code>&gt; Let op</code></dt><dd>een mededeling in een kader</dd>
</dl>
<p class="hint">Een feit of foto staat alleen, met een lege regel ervoor en erna. Typ geen telefoonnummers: gebruik een feit. Dan klopt het nummer overal.</p>
<div class="only-filled"><p><strong>Feiten</strong></p><ul class="names" aria-label="Feiten">{{#FACT_CHOICE}}<li><code>{fact: {{ID}}}</code><span>{{LABEL}} · {{VALUE}}</span></li>
{{/FACT_CHOICE}}</ul></div>
<div class="only-filled"><p><strong>Foto’s</strong></p><ul class="names" aria-label="Foto’s">{{#PICTURE_CHOICE}}<li><code>![{{ALT}}]({{NAME}})</code></li>
{{/PICTURE_CHOICE}}</ul></div>
</div></details>
<fieldset class="field"><legend>Wanneer is dit te zien?</legend><p class="hint" id="days-hint">Leeg: vanaf nu, en zonder einde. Na de laatste dag komt vanzelf terug wat er daarvoor stond.</p>
<div class="fields fields--two">
<div class="field"><label for="page-from">Vanaf</label><input class="utrecht-textbox utrecht-textbox--html-input" id="page-from" type="date" name="from" value="{{FROM}}" aria-describedby="days-hint"></div>
<div class="field"><label for="page-until">Tot en met</label><input class="utrecht-textbox utrecht-textbox--html-input" id="page-until" type="date" name="until" value="{{UNTIL}}" aria-describedby="days-hint"></div>
</div></fieldset>
</div>
<div class="editor__look">
<nav aria-label="Taal van deze pagina"><ul class="tabs">
{{#LANGUAGE}}<li><a href="{{HREF}}" lang="{{LANG}}"{{#CURRENT}} aria-current="page"{{/CURRENT}}>{{LABEL}}</a></li>
{{/LANGUAGE}}
</ul></nav>
<h2 id="look-title">Zo ziet de bezoeker het</h2>
<div class="look-options">
<div class="pick"><label><input type="checkbox" name="letters" value="large" data-look-option{{#LARGE}} checked{{/LARGE}}><strong>Grote letters</strong></label></div>
<div class="pick"><label><input type="checkbox" name="shape" value="tall" data-look-option{{#TALL}} checked{{/TALL}}><strong>Rechtop scherm</strong></label></div>
<button class="nl-button nl-button--secondary" type="submit" name="do" value="look" data-look-now><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#visibility"></use></svg>Laat zien</button>
</div>
<p class="look-failed js-only" role="status" data-look-failed></p>
<section id="look" aria-labelledby="look-title" aria-live="polite">
{{>PAGE_LOOK}}
</section>
</div>
</div>
</form>
<div class="editor-below">
{{#DIFFERENT}}
<details class="action"{{#OPEN}} open{{/OPEN}}><summary><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#visibility"></use></svg>Wat er verandert op het scherm</summary><div class="action__body">
<ol class="changes" lang="{{LANG}}" dir="{{DIR}}">{{#CHANGE}}<li class="change change--{{MARK}}">{{TEXT}}</li>
{{/CHANGE}}</ol>
</div></details>
{{/DIFFERENT}}
<details class="action only-filled"><summary><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#history"></use></svg>Eerdere versies</summary><div class="action__body">
<ol class="version-rows">
{{#VERSION_ROW}}<li class="version-row"><p><strong>{{WHEN}}</strong> · {{WHO}}<span class="hint">{{TEXT}}</span></p>{{#TAKE_UP}}<form method="post" action="/pages/{{KEY}}/take-up"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version_id" value="{{VERSION_ID}}"><input type="hidden" name="version" value="{{VERSION}}"><button class="nl-button nl-button--secondary" type="submit">Ga hiermee verder<span class="hidden">: {{WHEN}}</span></button></form>{{/TAKE_UP}}</li>
{{/VERSION_ROW}}
</ol>
</div></details>
{{#DROP}}
<details class="action"><summary><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#delete_outline"></use></svg>Gooi dit concept weg</summary><div class="action__body">
<p>Wat u hier schreef, verdwijnt. Het scherm verandert niet.</p>
<button class="nl-button nl-button--secondary" type="submit" form="page-form" name="do" value="drop">Gooi het concept weg</button>
</div></details>
{{/DROP}}
</div>
{{#SHOWN}}<form method="post" action="/pages/{{KEY}}/undo" id="undo-form"><input type="hidden" name="csrf" value="{{CSRF}}"><input type="hidden" name="version_id" value="{{UNDO_ID}}"></form>
{{/SHOWN}}
<dialog class="help choices" aria-labelledby="facts-title" data-choices="fact">
<h2 id="facts-title">Welk feit?</h2>
<p class="hint">Het nummer komt uit de lijst met feiten. Verandert het daar, dan verandert het overal.</p>
<ul>{{#FACT_CHOICE}}<li><button class="choice" type="button" data-insert="{fact: {{ID}}}"><strong>{{LABEL}}</strong><span>{{VALUE}}</span></button></li>
{{/FACT_CHOICE}}</ul>
<form method="dialog"><button class="nl-button nl-button--secondary nl-button--wide">Sluiten</button></form>
</dialog>
<dialog class="help choices" aria-labelledby="pictures-title" data-choices="picture">
<h2 id="pictures-title">Welke foto?</h2>
<p class="hint">Nieuwe foto’s zet u klaar bij <a href="/pictures">Foto’s</a>. Bewaar eerst uw tekst.</p>
<ul>{{#PICTURE_CHOICE}}<li><button class="choice choice--picture" type="button" data-insert="![{{ALT}}]({{NAME}})"><img src="{{HREF}}" alt="" loading="lazy"><span>{{ALT}}</span></button></li>
{{/PICTURE_CHOICE}}</ul>
<form method="dialog"><button class="nl-button nl-button--secondary nl-button--wide">Sluiten</button></form>
</dialog>
</main>
{{>FOOT}}
