"""GitLab (gitlab.com), as far as a console of packages asks.
Documents: docs.gitlab.com, "REST API" (rest, groups, users, projects, branches, tags, commits,
personal_access_tokens, version), "OAuth 2.0 identity provider API" (oauth2)."""
import re, secrets, time, urllib.parse as url
from forge import Reply

CLIENT = 'gl-app-1'
GROUPS = {'grove': 501, 'grove/deep': 502, 'bare': 503}
USERS = {'alice': (7, 'active'), 'bob': (8, 'active'), 'carol': (9, 'blocked'), 'grove-bot': (10, 'active')}
BOTH = ('read_api', 'read_repository')
# Of each: who, its scopes, the days until its end (None: it has none).
TOKENS = {
    'glpat-good': ('alice', BOTH, 200), 'glpat-soon': ('alice', BOTH, 5),
    'glpat-forever': ('alice', BOTH, None), 'glpat-all': ('alice', ('api',), 200),
    'glpat-git': ('alice', ('read_repository',), 200), 'glpat-api': ('alice', ('read_api',), 200),
    'glpat-user': ('alice', ('read_user',), 200), 'glpat-carol': ('carol', BOTH, 200),
    'glpat-bob': ('bob', BOTH, 200),
}


class Service:
    def __init__(self, forge):
        self.forge, self.devices = forge, {}
        self.tokens, self.oauth, self.refresh = dict(TOKENS), {}, {'gl-refresh': 'alice'}
        self.set = {'gl_rate': '', 'gl_garbage': '', 'gl_many': '0', 'gl_moved': '', 'gl_to': '', 'gl_device': 'on',
                    'gl_interval': '0', 'gl_old': '', 'gl_away': '', 'gl_says': '', 'gl_renamed': '', 'gl_blind': '',
                    'gl_foreign': '', 'gl_git': '', 'gl_double': ''}

    # ---- Git over HTTP: "Clone with a token": any name, the token as the password ------------------
    def git_auth(self, request, repository):
        owner = repository.split('/')[0]
        if owner not in ('grove', 'alice') or repository.endswith('open'):
            return
        token = request.password
        scopes = self.tokens.get(token, ('', (), 0))[1] if token in self.tokens else \
            BOTH if token in self.oauth else ()
        if self.set['gl_git'] == 'off' or request.user != 'oauth2' or \
                not set(scopes) & {'read_repository', 'api'}:
            raise Reply(401, 'HTTP Basic: Access denied\n', {'WWW-Authenticate': 'Basic realm="GitLab"'},
                        'text/plain')

    # ---- who: "REST API authentication" --------------------------------------------------------------
    def who(self, request, needs):
        token = request.bearer or request.headers.get('PRIVATE-TOKEN') or ''
        if not token:
            raise Reply(401, {'message': '401 Unauthorized'})
        if token == 'glpat-ended':      # "invalid_token" of RFC 6750
            raise Reply(401, {'error': 'invalid_token', 'error_description': 'Token is expired. You can either do '
                              're-authorization or token refresh.'})
        if token == 'glpat-revoked':
            raise Reply(401, {'error': 'invalid_token', 'error_description': 'Token was revoked. You have to '
                              're-authorize from the user.'})
        if token in self.oauth:
            return self.oauth[token]
        if token not in self.tokens:
            raise Reply(401, {'message': '401 Unauthorized'})
        name, scopes, _ = self.tokens[token]
        if needs and not set(scopes) & set(needs):
            raise Reply(403, {'error': 'insufficient_scope', 'error_description': 'The request requires higher '
                              'privileges than provided by the access token.', 'scope': ' '.join(needs)})
        return name

    # ---- signing in: "Device authorization grant flow" (RFC 8628) --------------------------------------
    def sign_in(self, request):
        form = request.form
        if request.path == '/oauth/authorize_device':
            if self.set['gl_device'] == 'old':          # before 17.2 there is no such address
                raise Reply(404, '<!DOCTYPE html><html><body>404</body></html>', kind='text/html; charset=utf-8')
            if form.get('client_id') != CLIENT:
                raise Reply(401, {'error': 'invalid_client', 'error_description': 'Client authentication failed due '
                                  'to unknown client, no client authentication included, or unsupported '
                                  'authentication method.'})
            if form.get('scope') != 'read_api read_repository':
                raise Reply(400, {'error': 'invalid_scope', 'error_description': 'The requested scope is invalid.'})
            device, user = secrets.token_hex(20), '0A44%04X' % (0x1000 + len(self.devices))
            self.devices[device] = {'user_code': user, 'state': 'pending', 'slow': 0}
            body = {'device_code': device, 'user_code': user, 'verification_uri': self.forge.base + '/oauth/device',
                    'verification_uri_complete': '%s/oauth/device?user_code=%s' % (self.forge.base, user),
                    'expires_in': 300, 'interval': int(self.set['gl_interval'] or 0)}
            if not self.set['gl_interval']:
                del body['interval']
            raise Reply(200, body)
        if form.get('grant_type') == 'refresh_token':   # each holds once, and ends both of before
            name = self.refresh.pop(form.get('refresh_token', ''), None)
            if not name:
                self.oauth_error('invalid_grant')
            self.grant(name)
        device = self.devices.get(form.get('device_code', ''))
        if not device:
            self.oauth_error('invalid_grant')
        if device['state'] == 'slow':
            device['state'] = 'approve'
            self.oauth_error('slow_down')
        if device['state'] != 'approve':
            self.oauth_error({'pending': 'authorization_pending', 'deny': 'access_denied',
                              'expire': 'expired_token'}[device['state']])
        del self.devices[form['device_code']]
        self.grant('alice')

    def oauth_error(self, error):
        raise Reply(400, {'error': error, 'error_description': error.replace('_', ' ')})

    def grant(self, name):
        self.oauth.clear()
        token, again = secrets.token_hex(32), secrets.token_hex(32)
        self.oauth[token], self.refresh[again] = name, name
        raise Reply(200, {'access_token': token, 'token_type': 'Bearer', 'expires_in': 7200, 'refresh_token': again,
                          'scope': 'read_api read_repository', 'created_at': int(time.time())})

    # ---- things -----------------------------------------------------------------------------------------
    def projects(self):
        rows, number = [], 1000
        for owner in ('alice', 'bare', 'grove', 'grove/deep', 'other'):
            for name in self.forge.repositories(owner):
                number += 1
                rows.append(self.project(number, owner, name))
        for i in range(int(self.set['gl_many'])):
            rows.append(self.project(2000 + i, 'grove', 'many-%03d' % i))
        return rows

    def project(self, number, owner, name):
        kind = 'group' if owner in GROUPS else 'user'
        return {'id': number, 'name': name, 'path': name, 'path_with_namespace': owner + '/' + name,
                'default_branch': 'main', 'http_url_to_repo': '%s/%s/%s.git' % (self.forge.base, owner, name),
                'namespace': {'id': GROUPS.get(owner, 70), 'kind': kind, 'path': owner.split('/')[-1],
                              'full_path': owner}, 'visibility': 'public' if name.endswith('open') else 'private'}

    def answer(self, request):
        path = request.path
        if path == '/_t/set':
            self.set.update((k, v) for k, v in request.query.items() if k in self.set)
            return
        if path == '/_t/decide':
            for device in self.devices.values():
                if device['user_code'] == request.query.get('user_code'):
                    device['state'] = request.query['action']
            return
        if path in ('/oauth/authorize_device', '/oauth/token'):
            self.sign_in(request)
        if not path.startswith(('/api/v4/', '/oauth/')):
            return
        self.weather(request)
        self.rest(request, path)

    def weather(self, request):
        """"Rate limits": plain text; and what should not come."""
        if self.set['gl_rate']:
            raise Reply(429, 'Retry later\n', {'Retry-After': '60', 'RateLimit-Limit': '2000', 'RateLimit-Remaining':
                        '0', 'RateLimit-Reset': str(int(time.time()) + 60)}, 'text/plain')
        garbage = self.set['gl_garbage']
        if garbage == 'html':
            raise Reply(200, '<html><form>sign in</form></html>', kind='text/html')
        if garbage == 'broken':
            raise Reply(200, '{"version":"17')
        if garbage == 'double':
            raise Reply(200, '{"version":"17","version":"18"}')
        if garbage == 'redirect':
            raise Reply(302, '', {'Location': self.forge.base + '/users/sign_in'})
        if garbage == '500':
            raise Reply(500, {'message': '500 Internal Server Error'})
        if garbage == 'escape':
            raise Reply(403, {'message': 'no \x1b]0;owned\x07 \u202eyou'})
        if self.set['gl_says'] and request.bearer:
            raise Reply(403, {'message': self.set['gl_says']})
        if self.set['gl_double'] and request.bearer:     # "Data validation and error reporting"
            raise Reply(400, {'message': {'name': ['is too long (maximum is 255 characters)']}})

    def rest(self, request, path):
        if path == '/oauth/token/info':     # OAuth 2.0: "Retrieve the token information"
            if request.bearer not in self.oauth:
                raise Reply(401, {'error': 'invalid_token', 'error_description': 'The access token is invalid',
                                  'state': 'unauthorized'})
            raise Reply(200, {'resource_owner_id': 7, 'scope': list(BOTH), 'expires_in': 7100, 'application':
                              {'uid': CLIENT}, 'created_at': int(time.time())})
        if path == '/api/v4/version':
            self.who(request, None)
            raise Reply(200, {'version': '17.9.1', 'revision': '0123abc'})
        if path == '/api/v4/personal_access_tokens/self':
            name = self.who(request, None)
            if request.bearer in self.oauth:
                raise Reply(404, {'message': '404 Not Found'})
            _, scopes, days = self.tokens[request.bearer]
            end = time.strftime('%Y-%m-%d', time.gmtime(time.time() + (days + 1) * 86400)) if days else None
            raise Reply(200, {'id': 42, 'name': 'packages', 'revoked': False, 'active': True, 'scopes': list(scopes),
                              'user_id': USERS[name][0], 'expires_at': end})
        if path == '/api/v4/user':          # "Users"
            name = self.who(request, ('api', 'read_api', 'read_user'))
            raise Reply(200, {'id': USERS[name][0], 'username': name, 'name': name.title(), 'state': USERS[name][1]})
        name = self.who(request, ('api', 'read_api'))
        if path == '/api/v4/users':
            raise Reply(200, [{'id': USERS[n][0], 'username': n, 'state': USERS[n][1]} for n in USERS
                              if n == request.query.get('username')])
        found = re.fullmatch(r'/api/v4/groups/([^/]+)', path)
        if found:                           # "Groups"
            group = url.unquote(found[1])
            by_id = next((n for n in GROUPS if str(GROUPS[n]) == group), None)
            now = {'grove': self.set['gl_renamed'] or 'grove'}
            if self.set['gl_blind'] or (group not in GROUPS and not by_id) or \
                    (group == 'grove' and self.set['gl_renamed']):
                raise Reply(404, {'message': '404 Group Not Found'})
            group = by_id or group
            raise Reply(200, {'id': GROUPS[group], 'path': group.split('/')[-1], 'full_path': now.get(group, group),
                              'visibility': 'private'})
        if path == '/api/v4/projects':      # "Projects", keyset pagination
            self.keyset(request, name)
        self.of_project(request, path)

    def keyset(self, request, name):
        query = request.query
        if query.get('pagination') != 'keyset' or query.get('order_by') != 'id' or query.get('sort') != 'asc' or \
                query.get('membership') != 'true':
            raise Reply(400, {'error': 'pagination is not supported for this request'})
        rows = [r for r in self.projects() if r['id'] > int(query.get('id_after', 0)) and name != 'bob']
        wanted = query.get('search', '').lower()
        rows = [r for r in rows if wanted in r['path_with_namespace'].lower()]
        size = int(query.get('per_page', 20))
        part, headers = rows[:size], {}
        if len(rows) > size:
            headers['Link'] = '<%s%s?%s>; rel="next"' % (self.set['gl_foreign'] or self.forge.base, request.path, url.urlencode(
                {**query, 'id_after': part[-1]['id']}))
        if query.get('simple') == 'true':
            part = [{k: v for k, v in r.items() if k != 'visibility'} for r in part]
        raise Reply(200, part, headers)

    def of_project(self, request, path):
        """"Projects", "Branches", "Tags", "Commits": a path is one part, escaped."""
        found = re.fullmatch(r'/api/v4/projects/([^/]+)(?:/repository/(branches|tags|commits)(?:/([^/]+))?)?', path)
        if not found:
            raise Reply(404, {'error': '404 Not Found'})
        rows, wanted = self.projects(), url.unquote(found[1])
        if wanted == self.set['gl_moved']:  # "Redirects": of a project that moved
            to = self.set['gl_to'] or self.forge.base
            where = to + re.sub('projects/[^/]+', 'projects/%d' % next(
                r['id'] for r in rows if r['path_with_namespace'] == 'grove/ml-utils'), path)
            raise Reply(301, {'message': 'This resource has been moved permanently to ' + where}, {'Location': where})
        row = next((r for r in rows if wanted in (str(r['id']), r['path_with_namespace'])), None)
        if not row:
            raise Reply(404, {'message': '404 Project Not Found'})
        repository, kind = row['path_with_namespace'], found[2]
        if not kind:
            raise Reply(200, row)
        if self.set['gl_away']:
            raise Reply(503, {'message': '503 Service Unavailable'}, {'Retry-After': '1'})
        if not found[3]:
            heads = 'heads' if kind == 'branches' else 'tags'
            search = request.query.get('search', '').lower()
            items = [{'name': n, 'commit': {'id': s, 'short_id': s[:8]}, **({'target': s} if kind == 'tags' else {})}
                     for n, s in self.forge.refs(repository, heads) if search in n.lower()]
            part, headers = self.forge.page(request, items, usual=20)
            raise Reply(200, part, headers)
        name = url.unquote(found[3])
        place = {'branches': 'refs/heads/', 'tags': 'refs/tags/', 'commits': ''}[kind]
        commit = self.forge.commit(repository, place + name)
        if not commit:
            raise Reply(404, {'message': {'branches': '404 Branch Not Found', 'tags': '404 Tag Not Found',
                                          'commits': '404 Commit Not Found'}[kind]})
        raise Reply(200, {'id': commit, 'short_id': commit[:8]} if kind == 'commits' else
                    {'name': name, 'commit': {'id': commit}})
