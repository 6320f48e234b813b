# knots.awk: the largest circle of each graph.  A line is a graph, who needs, whom.
# Out of it: the graph, how many stand in its largest circle (1: no circle), and who.
{
	if (!($1 in graph)) graph[$1] = ++graphs
	name[graph[$1]] = $1
	node[$1, $2]; node[$1, $3]
	if ($2 != $3) needs[$1, $2] = needs[$1, $2] " " $3
}
# Tarjan: what reaches back to v through what v needs stands in a circle with v.  The
# path is kept by hand: the stack of mawk is small.
function circles(g, v,	path, depth, to, next_of)
{
	depth = 1; path[1] = v; enter(v)
	while (depth > 0) {
		v = path[depth]
		split(needs[g, v], to, " ")
		next_of = to[++done[v]]
		if (next_of == "") {
			if (low[v] == seen[v]) close_circle(v)
			if (--depth > 0 && low[v] < low[path[depth]]) low[path[depth]] = low[v]
		} else if (!(next_of in seen)) {
			path[++depth] = next_of; enter(next_of)
		} else if ((next_of in open) && seen[next_of] < low[v])
			low[v] = seen[next_of]
	}
}
function enter(v)
{
	seen[v] = low[v] = ++clock
	stack[++top] = v; open[v] = 1
}
function close_circle(v,	circle, size)
{
	do {
		circle = circle " " stack[top]; size++
		delete open[stack[top]]
	} while (stack[top--] != v)
	if (size > largest) { largest = size; who = circle }
}
END {
	for (g = 1; g <= graphs; g++) {
		split("", seen); split("", low); split("", open); split("", done)
		clock = top = largest = 0; who = ""
		for (at in node) {
			split(at, part, SUBSEP)
			if (part[1] == name[g] && !(part[2] in seen))
				circles(name[g], part[2])
		}
		print name[g], largest (largest > 1 ? who : "")
	}
}
