# Compiled into the program: the demo workspace and the scenarios that play in it.
DEMO = %D%/demo.json
SCENARIOS = \
	%D%/scenarios/practice-analytics.json \
	%D%/scenarios/practice-interview.json \
	%D%/scenarios/practice-sensitive.json \
	%D%/scenarios/three-row-table.json
EXTRA_DIST += $(DEMO) $(SCENARIOS)
EXTRA_DIST += $(MIGRATIONS)
