/* term_state.c: see term_state.h.  endwin() is not safe in a handler; a constant
 * string, saved modes and write() are. */
#include "ui/term_state.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/attr.h"
#include "base/mem.h"

/* Synchronized output, mouse, paste and focus off, plain attributes, cursor
 * seen, normal character sets, the old screen and title. */
static const char restore[] =
	"\033[?2026l\033[?1006l\033[?1000l\033[?2004l\033[0m\017\033(B"
	"\033[?25h\033[?1049l\033[23;0;0t\r";

static const int crashes[] = {
	SIGINT, SIGQUIT, SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL
};
/* The loop may leave cleanly on these; if it does not within GRACE seconds,
 * SIGALRM ends us. */
static const int requests[] = { SIGTERM, SIGHUP };
enum { GRACE = 1, OLD_MAX = 64 };

static struct {
	volatile sig_atomic_t taken;	/* the terminal is ours now */
	volatile sig_atomic_t mouse, winch, resumed, came_back, signal;
	struct termios saved, raw;
	char enter[256];
	size_t n_enter;
	int wake[2];			/* self-pipe: read end, write end */
	void (*at_death)(void);
	struct sigaction old[OLD_MAX];
	stack_t old_stack;
} state = { .wake = { -1, -1 } };

/* In a handler the line may be stuck: never wait for it longer than this. */
static void write_now(const char *bytes, size_t n)
{
	struct pollfd out = { STDOUT_FILENO, POLLOUT, 0 };

	if (poll(&out, 1, 100) == 1 && out.revents & POLLOUT &&
	    write(STDOUT_FILENO, bytes, n) < 0)
		return;
}

/* Restore screen and modes; may repeat. */
static void leave(void)
{
	if (!state.taken)
		return;
	state.taken = 0;
	write_now(restore, sizeof(restore) - 1);
	tcsetattr(STDIN_FILENO, TCSANOW, &state.saved);
}

void state_enter(bool mouse, bool again)
{
	static const char on[] = "\033[?2004h";
	static const char mouse_on[] = "\033[?1000h\033[?1006h";

	state.mouse = mouse;
	tcsetattr(STDIN_FILENO, TCSANOW, &state.raw);
	state.taken = 1;
	if (again)
		write_now(state.enter, state.n_enter);
	write_now(on, sizeof(on) - 1);
	if (mouse)
		write_now(mouse_on, sizeof(mouse_on) - 1);
}

void state_mouse(bool on)
{
	static const char mouse_on[] = "\033[?1000h\033[?1006h";
	static const char mouse_off[] = "\033[?1006l\033[?1000l";

	if (on == (bool)state.mouse)
		return;
	state.mouse = on;
	state_write(on ? mouse_on : mouse_off, sizeof(mouse_on) - 1);
}

void state_wake(void)
{
	if (write(state.wake[1], "", 1) < 0)
		return;		/* full: it is awake already */
}

static NORETURN void die(int sig)
{
	struct sigaction plain = { .sa_handler = SIG_DFL };
	sigset_t only;

	leave();
	if (state.at_death)
		state.at_death();
	sigaction(sig, &plain, NULL);
	sigemptyset(&only);
	sigaddset(&only, sig);
	raise(sig);
	sigprocmask(SIG_UNBLOCK, &only, NULL);
	_exit(128 + sig);	/* the default was to live on */
}

static void on_crash(int sig)
{
	static const char text[] = "gatehouse: ended by a signal; "
		"the terminal was restored, nothing was half done\r\n";

	if (state.taken && sig != SIGINT && sig != SIGQUIT) {
		leave();
		if (write(STDERR_FILENO, text, sizeof(text) - 1) < 0)
			_exit(128 + sig);
	}
	die(sig);
}

static void on_request(int sig)
{
	int saved = errno;

	if (state.signal)
		die(sig);	/* asked twice */
	state.signal = sig;
	alarm(GRACE);
	state_wake();
	errno = saved;
}

static void on_alarm(int sig)
{
	if (state.signal)
		die(state.signal);
	(void)sig;
}

static void on_winch(int sig)
{
	int saved = errno;

	(void)sig;
	state.winch = 1;
	state_wake();
	errno = saved;
}

static void install(int sig, void (*handler)(int), int flags)
{
	struct sigaction action = { .sa_handler = handler, .sa_flags = flags };

	sigemptyset(&action.sa_mask);
	sigaction(sig, &action, NULL);
}

/* Stopped by Ctrl-Z or from outside: give the terminal back, stop as anybody
 * would, and take it again when continued. */
static void on_stop(int sig)
{
	int saved = errno;
	bool was_taken = state.taken;
	sigset_t only;

	leave();
	install(sig, SIG_DFL, 0);
	raise(sig);
	sigemptyset(&only);
	sigaddset(&only, sig);
	sigprocmask(SIG_UNBLOCK, &only, NULL);	/* stops here */
	sigprocmask(SIG_BLOCK, &only, NULL);
	install(sig, on_stop, 0);
	if (was_taken) {
		state_enter(state.mouse, true);
		state.resumed = state.came_back = state.winch = 1;
		state_wake();
	}
	errno = saved;
}

static bool is_ignored(int sig)
{
	struct sigaction action;

	return sigaction(sig, NULL, &action) == 0 &&
	       action.sa_handler == SIG_IGN;
}

static void keep(int sig)
{
	sigaction(sig, NULL, &state.old[sig]);
}

static void install_all(void)
{
	static char stack[65536];	/* for a crash by a full stack */
	stack_t alternate = { .ss_sp = stack, .ss_size = sizeof(stack) };
	size_t i;

	sigaltstack(&alternate, &state.old_stack);
	for (i = 0; i < COUNT_OF(crashes); i++) {
		keep(crashes[i]);
		install(crashes[i], on_crash,
			(int)(SA_RESETHAND | SA_NODEFER | SA_ONSTACK));
	}
	/* No SA_RESTART: a write that waits for a stuck line must wake up. */
	for (i = 0; i < COUNT_OF(requests); i++) {
		keep(requests[i]);
		if (!is_ignored(requests[i]))
			install(requests[i], on_request, 0);
	}
	keep(SIGALRM);
	install(SIGALRM, on_alarm, 0);
	keep(SIGWINCH);
	install(SIGWINCH, on_winch, SA_RESTART);
	keep(SIGTSTP);
	if (!is_ignored(SIGTSTP))
		install(SIGTSTP, on_stop, 0);
	keep(SIGPIPE);
	install(SIGPIPE, SIG_IGN, 0);
}

void state_at_death(void (*call)(void))
{
	state.at_death = call;
}

bool state_take(const char *enter)
{
	static bool at_exit;
	size_t n = strlen(enter);

	if (tcgetattr(STDIN_FILENO, &state.saved) != 0)
		return false;
	if (state.wake[0] < 0 && pipe2(state.wake, O_NONBLOCK | O_CLOEXEC) != 0)
		return false;
	state.raw = state.saved;
	cfmakeraw(&state.raw);		/* no ISIG, no IXON, no OPOST */
	state.raw.c_cc[VMIN] = 1;
	state.raw.c_cc[VTIME] = 0;
	if (n > sizeof(state.enter))
		n = 0;
	memcpy(state.enter, enter, n);
	state.n_enter = n;
	state.winch = state.resumed = state.came_back = state.signal = 0;
	install_all();
	mem_on_oom(leave);
	if (!at_exit)
		at_exit = atexit(leave) == 0;
	return true;
}

void state_give_back(void)
{
	size_t i;

	leave();
	mem_on_oom(NULL);
	alarm(0);
	for (i = 0; i < COUNT_OF(crashes); i++)
		sigaction(crashes[i], &state.old[crashes[i]], NULL);
	for (i = 0; i < COUNT_OF(requests); i++)
		sigaction(requests[i], &state.old[requests[i]], NULL);
	sigaction(SIGALRM, &state.old[SIGALRM], NULL);
	sigaction(SIGWINCH, &state.old[SIGWINCH], NULL);
	sigaction(SIGTSTP, &state.old[SIGTSTP], NULL);
	sigaction(SIGPIPE, &state.old[SIGPIPE], NULL);
	sigaltstack(&state.old_stack, NULL);
	close(state.wake[0]);
	close(state.wake[1]);
	state.wake[0] = state.wake[1] = -1;
}

int state_wake_fd(void)
{
	return state.wake[0];
}

void state_wake_drain(void)
{
	char bytes[64];

	while (read(state.wake[0], bytes, sizeof(bytes)) > 0)
		;
}

static bool once(volatile sig_atomic_t *flag)
{
	bool was = *flag;

	*flag = 0;
	return was;
}

bool state_winch(void)
{
	return once(&state.winch);
}

bool state_resumed(void)
{
	return once(&state.resumed);
}

bool state_came_back(void)
{
	return once(&state.came_back);
}

int state_signal(void)
{
	return state.signal;
}

bool state_writable(void)
{
	struct pollfd out = { STDOUT_FILENO, POLLOUT, 0 };

	return poll(&out, 1, 0) == 1 && out.revents & POLLOUT;
}

bool state_write(const char *bytes, size_t n)
{
	ssize_t done;

	while (n > 0) {
		done = write(STDOUT_FILENO, bytes, n);
		if (done < 0 && errno == EINTR && !state.signal)
			continue;
		if (done < 0)
			return false;
		bytes += done;
		n -= (size_t)done;
	}
	return true;
}
