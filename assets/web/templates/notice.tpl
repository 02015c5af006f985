{{%AUTOESCAPE context="HTML"}}
{{#DONE}}<div class="notice notice--done notice--page" role="status"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#check_circle"></use></svg><p class="notice__body">{{DONE_TEXT}}</p></div>
{{/DONE}}
{{#WARNING}}<div class="notice notice--late notice--page" role="alert"><svg class="icon" aria-hidden="true"><use href="/assets/icons.svg#warning"></use></svg><p class="notice__body">{{WARNING_TEXT}}</p></div>
{{/WARNING}}
