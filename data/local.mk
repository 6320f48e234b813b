# Compiled into the program: the demo workspace and the scenarios that play in it.
DEMO = %D%/demo.json
SCENARIOS = \
	%D%/scenarios/archived-project.json \
	%D%/scenarios/default-connection.json \
	%D%/scenarios/findings.json \
	%D%/scenarios/leaving-a-group.json \
	%D%/scenarios/owner-transfer.json \
	%D%/scenarios/practice-analytics.json \
	%D%/scenarios/practice-interview.json \
	%D%/scenarios/practice-sensitive.json \
	%D%/scenarios/public-link.json \
	%D%/scenarios/same-access.json \
	%D%/scenarios/secret-values.json \
	%D%/scenarios/taking-an-asset-out.json \
	%D%/scenarios/three-row-table.json \
	%D%/scenarios/two-groups.json \
	%D%/scenarios/two-limits.json \
	%D%/scenarios/viewer-ceiling.json \
	%D%/scenarios/workspace-without-guests.json
# A theme is a file and a word here.
THEMES = \
	%D%/themes/contrast.theme \
	%D%/themes/dark.theme \
	%D%/themes/default.theme \
	%D%/themes/light.theme \
	%D%/themes/mono.theme
EXTRA_DIST += $(DEMO) $(SCENARIOS) $(THEMES)
EXTRA_DIST += $(MIGRATIONS)

# Made from the table of actions by the program itself.
nodist_man_MANS = data/man/gatehouse.1
bashcompletiondir = $(datadir)/bash-completion/completions
zshcompletiondir = $(datadir)/zsh/site-functions
nodist_bashcompletion_DATA = data/completion/gatehouse
nodist_zshcompletion_DATA = data/completion/_gatehouse
CLEANFILES += $(nodist_man_MANS) $(nodist_bashcompletion_DATA) \
	$(nodist_zshcompletion_DATA)
data/man/gatehouse.1: src/gatehouse$(EXEEXT)
	$(AM_V_GEN)$(MKDIR_P) data/man && src/gatehouse help --man >$@.new && \
	mv $@.new $@
data/completion/gatehouse: src/gatehouse$(EXEEXT)
	$(AM_V_GEN)$(MKDIR_P) data/completion && \
	src/gatehouse completion bash >$@.new && mv $@.new $@
data/completion/_gatehouse: src/gatehouse$(EXEEXT)
	$(AM_V_GEN)$(MKDIR_P) data/completion && \
	src/gatehouse completion zsh >$@.new && mv $@.new $@
