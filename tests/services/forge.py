#!/usr/bin/python3
"""A stand-in for the hosts of Git, over real bare repositories, so that every commit it
names is the one that `git ls-remote` says.  Each service is a class of its own file
(forge_*.py), which answers what it knows; Git itself is served by git http-backend.

  forge.py ROOT [--tls CERT KEY] [--skew SECONDS]

ROOT/OWNER/NAME.git are the repositories.  The port, given by the kernel, is printed.
  /_t/set?k=v    a switch of a service        /_t/decide?user_code=C&action=approve|deny
  /_t/log        the requests so far, a line each, with the credential if there was one
Each answer names the document that it follows.  What is tried against it only is tried
against a stand-in."""
import base64, email.utils, http.server, importlib, json, os, re, socketserver, ssl
import subprocess, sys, time, urllib.parse as url

SERVICES = ('forge_github', 'forge_gitlab', 'forge_bitbucket')


class Reply(Exception):
    """An answer, thrown from wherever it is known."""
    def __init__(self, status, body=None, headers=None, kind='application/json; charset=utf-8'):
        self.status, self.headers, self.kind = status, dict(headers or {}), kind
        self.body = b'' if body is None else body if isinstance(body, bytes) else \
            body.encode() if isinstance(body, str) else json.dumps(body).encode()


class Request:
    def __init__(self, handler):
        self.method, self.headers = handler.command, handler.headers
        self.path, _, query = handler.path.partition('?')
        self.query = dict(url.parse_qsl(query, keep_blank_values=True))
        self.target = handler.path
        self.body = handler.rfile.read(int(self.headers.get('Content-Length') or 0))
        self.form = dict(url.parse_qsl(self.body.decode('utf-8', 'replace'))) \
            if 'form' in (self.headers.get('Content-Type') or '') else {}
        word, _, rest = (self.headers.get('Authorization') or '').partition(' ')
        self.bearer = rest if word == 'Bearer' else ''
        self.user, self.password = '', ''
        if word == 'Basic':
            self.user, _, self.password = base64.b64decode(rest).decode().partition(':')


class Forge:
    def __init__(self, root, skew):
        self.root, self.skew, self.base, self.log = root, skew, '', []
        self.now = time.time
        self.services = []
        for name in SERVICES:
            if os.path.exists(os.path.join(os.path.dirname(os.path.abspath(__file__)), name + '.py')):
                self.services.append(importlib.import_module(name).Service(self))

    # ---- the repositories ---------------------------------------------------------------
    def repositories(self, owner):
        folder = os.path.join(self.root, owner)
        return sorted(x[:-4] for x in os.listdir(folder) if x.endswith('.git')) \
            if os.path.isdir(folder) else []

    def git(self, repository, *words):
        run = subprocess.run(['git', '--git-dir=%s/%s.git' % (self.root, repository), *words],
                             capture_output=True, text=True)
        return run.stdout if run.returncode == 0 else None

    def refs(self, repository, kind):
        """(name, commit), of an annotated tag what it points to."""
        lines = self.git(repository, 'for-each-ref', '--format=%(refname)%09%(objectname)%09%(*objectname)',
                         'refs/%s/' % kind) or ''
        rows = [line.split('\t') for line in lines.splitlines()]
        return [(a[len('refs/%s/' % kind):], c or b) for a, b, c in rows]

    def commit(self, repository, name):
        found = self.git(repository, 'rev-parse', '--verify', '-q', name + '^{commit}')
        return found.strip() if found else None

    def head(self, repository):
        return (self.git(repository, 'symbolic-ref', '--short', 'HEAD') or 'main').strip()

    # ---- pages: RFC 8288 ------------------------------------------------------------------
    def page(self, request, items, usual=30, base=None):
        size = min(100, int(request.query.get('per_page', usual)))
        number = int(request.query.get('page', 1))
        last = max(1, -(-len(items) // size))
        def at(n):
            return (base or self.base) + request.path + '?' + url.urlencode({**request.query, 'page': n})
        links = [] if number >= last else ['<%s>; rel="next"' % at(number + 1), '<%s>; rel="last"' % at(last)]
        if number > 1:
            links.insert(0, '<%s>; rel="prev"' % at(number - 1))
        return items[(number - 1) * size:number * size], {'Link': ', '.join(links)} if links else {}

    # ---- Git over HTTP: git-http-backend(1) -------------------------------------------------
    def smart(self, request):
        found = re.fullmatch(r'/((?:[^/]+/)+[^/]+)\.git(/info/refs|/git-upload-pack)', request.path)
        if not found:
            return
        for service in self.services:
            service.git_auth(request, found[1])
        environment = {'PATH': os.environ['PATH'], 'GIT_PROJECT_ROOT': self.root, 'GIT_HTTP_EXPORT_ALL': '1',
                       'PATH_INFO': request.path, 'REQUEST_METHOD': request.method,
                       'QUERY_STRING': request.target.partition('?')[2],
                       'CONTENT_TYPE': request.headers.get('Content-Type') or '',
                       'GIT_PROTOCOL': request.headers.get('Git-Protocol') or '',
                       'GIT_CONFIG_COUNT': '1', 'GIT_CONFIG_KEY_0': 'safe.directory', 'GIT_CONFIG_VALUE_0': '*'}
        run = subprocess.run(['git', 'http-backend'], input=request.body, capture_output=True, env=environment)
        head, _, body = run.stdout.partition(b'\r\n\r\n')
        headers = dict(line.split(': ', 1) for line in head.decode().splitlines())
        status = int(headers.pop('Status', '200').split()[0])
        raise Reply(status, body, headers, headers.pop('Content-Type', 'text/plain'))

    def answer(self, request):
        if request.path == '/_t/log':
            raise Reply(200, '\n'.join(self.log) + '\n', kind='text/plain')
        credential = request.headers.get('Authorization') or request.headers.get('PRIVATE-TOKEN') or '-'
        if not request.path.startswith('/_t/'):
            self.log.append('%s %s %s' % (request.method, request.target, credential))
        self.smart(request)
        for service in self.services:
            service.answer(request)
        if request.path.startswith('/_t/'):
            raise Reply(200, {})
        raise Reply(404, {'message': 'Not Found'})


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version, forge, wbufsize = 'HTTP/1.1', None, -1

    def log_message(self, *words):
        pass

    def date_time_string(self, timestamp=None):
        return email.utils.formatdate(time.time() + self.forge.skew, usegmt=True)

    def go(self):
        try:
            self.forge.answer(Request(self))
        except Reply as reply:
            if reply.status == 0:       # cut, as a line that broke
                self.close_connection = True
                self.connection.close()
                return
            self.send_response(reply.status)
            self.send_header('Content-Type', reply.kind)
            self.send_header('Content-Length', str(len(reply.body)))
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            if self.command != 'HEAD':
                self.wfile.write(reply.body)

    do_GET = do_POST = do_HEAD = do_DELETE = go


class Server(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True

    def handle_error(self, *words):
        if os.environ.get('FORGE_LOUD'):
            super().handle_error(*words)


def main():
    words = sys.argv[1:]
    tls = words[words.index('--tls') + 1:][:2] if '--tls' in words else None
    skew = int(words[words.index('--skew') + 1]) if '--skew' in words else 0
    server = Server(('127.0.0.1', 0), Handler)
    Handler.forge = forge = Forge(words[0], skew)
    forge.base = '%s://127.0.0.1:%d' % ('https' if tls else 'http', server.server_address[1])
    if tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*tls)
        server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    print(server.server_address[1], flush=True)
    server.serve_forever()


if __name__ == '__main__':
    sys.modules['forge'] = sys.modules['__main__']
    main()
