{{%AUTOESCAPE context="HTML"}}
<li><a class="row" href="/entries/{{ID}}" data-row><span class="row__words"><strong{{#FOREIGN}} lang="{{LANG}}" dir="{{DIR}}"{{/FOREIGN}}>{{SUBJECT}}</strong><span>{{WHERE}}</span>{{#REASON}}<span>{{REASON_TEXT}}</span>{{/REASON}}</span><span class="row__marks">{{#BADGE}}<span class="nl-data-badge nl-data-badge--{{KIND}}">{{TEXT}}</span>{{/BADGE}}</span></a></li>
