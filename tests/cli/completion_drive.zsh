#!/usr/bin/env zsh
# completion_drive.zsh SHELL SCRIPT CASES: types the first half of a line into a
# real interactive bash or zsh on a terminal of its own, presses Tab, then Enter,
# and says what the command was given.  CASES: a number, a TAB, what is typed.
# Writes the arguments of case N to args.N, one in <> a line.  No sleep: each step
# waits for what the shell answers.
zmodload zsh/zpty || exit 99
shell=$1 script=$2 cases=$3
export TERM=dumb HISTFILE= INPUTRC=/dev/null PS1='$ ' PS2='more> '

# await PATTERN: reads until the terminal has said it; REPLY is what it said.
await() {
	zpty -r sh REPLY "*($1)*" || { print -r -- "the shell is gone: $REPLY"; exit 99 }
}

# Said before each line that is read, and not when Tab draws the line again.
case $shell in
bash)
	zpty sh 'env PROMPT_COMMAND="echo nex\"\"t:" bash --norc --noprofile -i'
	await next:
	zpty -w sh 'bind "set bell-style none"; bind "set completion-query-items 0"; bind "set page-completions off"; bind "set enable-bracketed-paste off"'
	await next:
	;;
zsh)
	zpty sh zsh -f -i
	zpty -w sh 'precmd() { echo nex""t: }'
	await next:
	zpty -w sh 'autoload -Uz compinit; compinit -D -u; unsetopt auto_menu beep; bindkey "^I" complete-word; LISTMAX=100000'
	await next:
	;;
esac
zpty -w sh "source $script"
await next:
while IFS=$'\t' read -r n typed; do
	zpty -w -n sh "export CASE=$n; $typed"$'\t'
	zpty -w -n sh $'\n'
	await 'next:|more> '
	[[ $REPLY = *'more> '* ]] || continue
	print -r -- "a quote is open after: $typed"
	zpty -w -n sh $'\x03'
	await next:
done <$cases
zpty -d sh
exit 0
