"""GitHub and GitHub Enterprise Server (under /api/v3), as far as a console of packages asks.
Documents: docs.github.com, "REST API" and "Apps", version 2022-11-28; github/docs."""
import base64, json, os, re, secrets, subprocess, tempfile, time, urllib.parse as url
from forge import Reply

CLIENT, SECRET = 'Iv1.abc123', 's3cr3t'
APP, SLUG = 12345, 'pack-console'
ACCOUNTS = {'octocat': (1, 'User'), 'acme': (77, 'Organization'), 'umbrella': (88, 'Organization'),
            'nobody-home': (99, 'Organization')}
# Of each: who, its scopes (None: it has permissions), its end.
TOKENS = {
    'ghp_good': ('octocat', 'repo, read:org', None),
    'ghp_poor': ('octocat', 'read:org, gist', None),
    'ghp_none': ('octocat', '', None),
    'ghp_broad': ('octocat', 'repo, admin:org, delete_repo', None),
    'ghp_sso': ('octocat', 'repo', None),
    'github_pat_soon': ('octocat', None, 5),
    'github_pat_later': ('octocat', None, 200),
    'github_pat_blind': ('octocat', None, None),
}


def document(page):
    return {'documentation_url': 'https://docs.github.com/rest/' + page}


class Service:
    def __init__(self, forge):
        self.forge, self.devices, self.lost = forge, {}, 0
        self.tokens = dict(TOKENS)
        self.refresh = {'ghr_first': 'octocat'}
        self.set = {'rate': '', 'device': 'on', 'form': '', 'slow': '0', 'lost': '0', 'expires': '900',
                    'interval': '0', 'suspended': '', 'version': '3.14.2', 'private_mode': '', 'many': '0',
                    'foreign': '', 'renamed': '', 'two': '', 'contents': 'read', 'moved': '', 'login': '',
                    'garbage': '', 'away': ''}
        self.key = os.path.join(forge.root, 'app.pub')

    # ---- what every answer has: "Troubleshooting the REST API" -------------------------------
    def err(self, status, message, headers=None, page='using-the-rest-api/troubleshooting-the-rest-api'):
        return Reply(status, {'message': message, **document(page), 'status': str(status)},
                     {**self.common, **(headers or {})})

    def good(self, body, headers=None, status=200, **more):
        return Reply(status, body, {**self.common, **(headers or {})}, **more)

    def begin(self, request):
        self.common = {'X-GitHub-Request-Id': 'F00D:%d' % len(self.forge.log), 'X-RateLimit-Limit': '5000',
                       'X-RateLimit-Remaining': '4999'}
        if self.enterprise:             # "Managing GitHub Enterprise Server using the REST API"
            self.common['X-GitHub-Enterprise-Version'] = self.set['version']
        if self.set['garbage'] == 'html':
            raise Reply(200, '<html>Please log in</html>', kind='text/html')
        if self.set['garbage'] == 'broken':
            raise Reply(200, '{"login": "octo', self.common)
        if self.set['garbage'] == 'double':
            raise Reply(200, '{"login": "octocat", "login": "eve"}', self.common)
        if self.set['garbage'] == 'redirect':
            raise Reply(302, '', {'Location': 'https://login.example/'})
        if self.set['garbage'] == '500':
            raise self.err(500, 'Server Error')

    # "Rate limits for the REST API": primary, then secondary
    def limits(self):
        if self.set['rate'] == 'primary':
            raise self.err(403, 'API rate limit exceeded for user ID 1.',
                           {'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': str(int(time.time()) + 1800)})
        if self.set['rate'] == 'secondary':
            raise self.err(403, 'You have exceeded a secondary rate limit. Please wait a few minutes '
                           'before you try again.', {'Retry-After': '60'})
        if self.set['rate'] == '429':
            raise self.err(429, 'Too many requests', {'Retry-After': '7'})

    def account(self, login):
        """REST: "users" and "orgs"; a rename keeps the number."""
        if login not in ACCOUNTS:
            return None
        number, kind = ACCOUNTS[login]
        return {'login': self.set['renamed'] if login == 'acme' and self.set['renamed'] else login,
                'id': number, 'type': kind}

    # ---- who asks: "Authenticating to the REST API" -------------------------------------------
    def app(self, request):
        """"Generating a JSON Web Token (JWT) for a GitHub App"."""
        try:
            head, claims, signature = request.bearer.split('.')
            raw = lambda x: base64.urlsafe_b64decode(x + '=' * (-len(x) % 4))
            said, how = json.loads(raw(claims)), json.loads(raw(head))
        except ValueError:
            raise self.err(401, 'A JSON web token could not be decoded')
        if str(said.get('iss')) != str(APP):
            raise self.err(404, 'Integration not found')
        with tempfile.NamedTemporaryFile() as file:
            file.write(raw(signature))
            file.flush()
            run = subprocess.run(['openssl', 'dgst', '-sha256', '-verify', self.key, '-signature', file.name],
                                 input=(head + '.' + claims).encode(), capture_output=True)
        if run.returncode != 0 or how.get('alg') != 'RS256':
            raise self.err(401, 'A JSON web token could not be decoded')
        now = time.time() + self.forge.skew
        if said['exp'] > now + 600:
            raise self.err(401, "'Expiration time' claim ('exp') is too far in the future")
        if said['exp'] < now:
            raise self.err(401, "'Expiration time' claim ('exp') must be a numeric value representing the "
                           "future time at which the assertion expires")
        if said['iat'] > now:
            raise self.err(401, "'Issued at' claim ('iat') must be an Integer representing the time that the "
                           "assertion was issued")

    def who(self, request):
        if not request.bearer:
            raise self.err(401, 'Requires authentication')
        if request.bearer not in self.tokens:
            raise self.err(401, 'Bad credentials')
        self.limits()
        login, scopes, days = self.tokens[request.bearer]
        if scopes is not None:          # "Scopes for OAuth apps"
            self.common['X-OAuth-Scopes'] = scopes
            self.common['X-Accepted-OAuth-Scopes'] = 'repo'
        if days is not None:            # "Managing your personal access tokens"
            self.common['GitHub-Authentication-Token-Expiration'] = \
                time.strftime('%Y-%m-%d %H:%M:%S UTC', time.gmtime(time.time() + days * 86400))
        return login

    def sso(self, request):             # "Authenticating to the REST API": SAML SSO
        if request.bearer == 'ghp_sso':
            raise self.err(403, 'Resource protected by organization SAML enforcement. You must grant your '
                           'OAuth token access to this organization.',
                           {'X-GitHub-SSO': 'required; url=https://github.com/orgs/acme/sso?'
                            'authorization_request=AZSCKtL4U8yX1H3sCQIVnVgmjmon5fWxks5YrqhJgah0b2tlbl9pZM4EuMz4'})

    def git_auth(self, request, repository):
        """"About remote repositories": HTTPS with a token as the password."""
        owner, _, name = repository.partition('/')
        if owner not in ACCOUNTS or name not in self.forge.repositories(owner) or name.startswith('open'):
            return
        if request.password not in self.tokens:
            raise Reply(401, 'Repository not found.\n', {'WWW-Authenticate': 'Basic realm="GitHub"'}, 'text/plain')

    # ---- things ----------------------------------------------------------------------------------
    def repository(self, owner, name, number):
        return {'id': number, 'name': name, 'full_name': '%s/%s' % (owner, name), 'private': 'open' not in name,
                'owner': self.account(owner), 'default_branch': self.forge.head('%s/%s' % (owner, name)) if number
                < 2000 else 'main'}

    def repositories(self, owners):
        rows = []
        for owner in owners:
            number = ACCOUNTS[owner][0]
            rows += [self.repository(owner, name, 1000 + number + 100 * i)
                     for i, name in enumerate(self.forge.repositories(owner))]
            if owner == 'acme':
                rows += [self.repository(owner, 'many-%03d' % i, 2000 + i) for i in range(int(self.set['many']))]
        return rows

    def installation(self, login, number):
        """REST: "apps", installation."""
        return {'id': number, 'account': self.account(login), 'app_id': APP, 'app_slug': SLUG,
                'repository_selection': 'all', 'permissions': {'metadata': 'read', **(
                    {'contents': self.set['contents']} if self.set['contents'] else {})},
                'suspended_at': '2026-11-02T10:00:00Z' if self.set['suspended'] and login == 'acme' else None}

    def installations(self):
        return [self.installation('umbrella', 200)] * (self.set['two'] != '') + \
            [self.installation('acme', 100)] * (self.set['two'] != 'other')

    # ---- signing in: "Authorizing OAuth apps", device flow ------------------------------------------
    def oauth(self, request, body, status=200):
        if self.set['form']:            # what comes where Accept is not looked at
            raise Reply(status, url.urlencode(body), kind='application/x-www-form-urlencoded; charset=utf-8')
        raise Reply(status, body)

    def wrong(self, request, error, **more):
        self.oauth(request, {'error': error, 'error_description': error.replace('_', ' '),
                             'error_uri': 'https://docs.github.com/developers/apps/oauth', **more})

    def code(self, request):
        if request.form.get('client_id') != CLIENT:
            raise Reply(404, {'error': 'Not Found'})
        if self.set['device'] == 'off':
            self.oauth(request, {'error': 'device_flow_disabled', 'error_description': 'Device Flow must be '
                                 'explicitly enabled for this App'}, 400)
        device = secrets.token_hex(20)
        user = 'WDJB-%04X' % (0x1000 + len(self.devices))
        self.devices[device] = {'user_code': user, 'state': 'pending', 'slow': int(self.set['slow']),
                                'lost': int(self.set['lost']), 'polls': 0}
        self.oauth(request, {'device_code': device, 'user_code': user, 'verification_uri':
                             self.forge.base + '/login/device', 'expires_in': int(self.set['expires']),
                             'interval': int(self.set['interval'])})

    def grant(self, request, login):
        token, again = 'ghu_' + secrets.token_hex(18), 'ghr_' + secrets.token_hex(18)
        self.tokens[token], self.refresh[again] = (login, '', None), login
        self.oauth(request, {'access_token': token, 'expires_in': 28800, 'refresh_token': again,
                             'refresh_token_expires_in': 15811200, 'scope': '', 'token_type': 'bearer'})

    def token(self, request):
        form = request.form
        if form.get('grant_type') == 'refresh_token':   # "Refreshing user access tokens"
            login = self.refresh.pop(form.get('refresh_token', ''), None)
            if not login:
                self.wrong(request, 'bad_refresh_token')
            self.grant(request, login)
        if 'code' in form:              # "Troubleshooting OAuth app access token request errors"
            if form.get('client_id') != CLIENT:
                raise Reply(404, {'error': 'Not Found'})
            self.wrong(request, 'incorrect_client_credentials' if form.get('client_secret') != SECRET else
                       'bad_verification_code')
        device = self.devices.get(form.get('device_code', ''))
        if form.get('grant_type') != 'urn:ietf:params:oauth:grant-type:device_code':
            self.wrong(request, 'unsupported_grant_type')
        if not device:
            self.wrong(request, 'incorrect_device_code')
        device['polls'] += 1
        if device['lost']:
            device['lost'] -= 1
            raise Reply(0)
        if device['slow']:
            device['slow'] -= 1
            self.wrong(request, 'slow_down', interval=0)
        if device['state'] == 'expire':
            self.wrong(request, 'expired_token')
        if device['state'] == 'deny':
            self.wrong(request, 'access_denied')
        if device['state'] != 'approve':
            self.wrong(request, 'authorization_pending')
        del self.devices[form['device_code']]
        self.grant(request, self.set['login'] or 'octocat')

    # ---- all ----------------------------------------------------------------------------------------
    def answer(self, request):
        self.enterprise = request.path.startswith('/api/v3/')
        path = request.path[7:] if self.enterprise else request.path
        if path == '/_t/set':
            self.set.update((k, v) for k, v in request.query.items() if k in self.set)
            return
        if path == '/_t/decide':
            for device in self.devices.values():
                if device['user_code'] == request.query.get('user_code'):
                    device['state'] = request.query['action']
            return
        if path == '/login/device/code':
            self.code(request)
        if path == '/login/oauth/access_token':
            self.token(request)
        if not re.match(r'/(meta|rate_limit|app|user|users|orgs|installation|repos|repositories)(/|$)', path):
            return
        self.begin(request)
        self.rest(request, path)

    def rest(self, request, path):
        if path == '/rate_limit':       # REST: "rate-limit": not counted
            raise self.good({'resources': {}, 'rate': {'limit': 60, 'remaining': 60, 'used': 0}})
        if path == '/meta':             # REST: "meta"
            if self.enterprise and self.set['private_mode']:
                raise self.err(401, 'Must authenticate to access this API.')
            raise self.good({'verifiable_password_authentication': True, **(
                {'installed_version': self.set['version']} if self.enterprise else {})})
        if path == '/app':              # REST: "apps"
            self.app(request)
            raise self.good({'id': APP, 'slug': SLUG, 'name': 'Pack console', 'client_id': CLIENT,
                             'owner': self.account('acme')})
        if path == '/app/installations':
            self.app(request)
            part, headers = self.forge.page(request, self.installations())
            raise self.good(part, headers)
        found = re.fullmatch(r'/app/installations/(\d+)/access_tokens', path)
        if found:
            self.app(request)
            if self.set['suspended']:
                raise self.err(403, 'This installation has been suspended')
            token = 'ghs_' + secrets.token_hex(18)
            self.tokens[token] = ('', None, None)
            raise self.good({'token': token, 'expires_at': '2030-01-01T00:00:00Z', 'permissions':
                             {'contents': 'read', 'metadata': 'read'}}, status=201)
        # REST: "users", "orgs": open to all but in private mode
        found = re.fullmatch(r'/(users|orgs|user)/([A-Za-z0-9-]+)', path)
        if found and found[0] != '/user/repos' and found[0] != '/user/installations':
            if self.enterprise and self.set['private_mode'] and not request.bearer:
                raise self.err(401, 'Must authenticate to access this API.')
            if request.bearer:
                self.who(request)
            login = next((k for k, v in ACCOUNTS.items() if (
                str(v[0]) if found[1] == 'user' else k) == found[2]), None)
            if not login or (login == 'acme' and self.set['renamed'] and found[1] != 'user') or \
                    (found[1] == 'orgs' and ACCOUNTS[login][1] != 'Organization'):
                raise self.err(404, 'Not Found')
            raise self.good(self.account(login))
        login = self.who(request)
        if path == '/user':
            if request.bearer.startswith('ghs_'):
                raise self.err(403, 'Resource not accessible by integration',
                               {'X-Accepted-GitHub-Permissions': 'metadata=read'})
            raise self.good(self.account(login))
        self.sso(request)
        if request.bearer == 'github_pat_blind':
            raise self.err(403, 'Resource not accessible by personal access token',
                           {'X-Accepted-GitHub-Permissions': 'contents=read'})
        if path == '/user/installations':
            if not request.bearer.startswith('ghu_'):
                raise self.err(403, 'You must authenticate with an access token authorized to a GitHub App in '
                               'order to list installations')
            rows = self.installations()
            raise self.good({'total_count': len(rows), 'installations': rows})
        if path == '/user/repos':
            self.paged(request, self.repositories(('octocat', 'acme', 'umbrella')), None)
        if path == '/installation/repositories' or re.fullmatch(r'/user/installations/100/repositories', path):
            self.paged(request, self.repositories(('acme',)), 'repositories')
        self.of_repository(request, path)

    def paged(self, request, rows, wrap):
        """"Using pagination in the REST API"."""
        part, headers = self.forge.page(request, rows, base=self.set['foreign'] or None)
        raise self.good({'total_count': len(rows), wrap: part} if wrap else part, headers)

    def of_repository(self, request, path):
        """REST: "repos", "branches", "commits"."""
        found = re.fullmatch(r'/repositories/(\d+)', path)
        if found:
            raise self.good(self.repository('acme', 'ml-utils', 1077))
        found = re.fullmatch(r'/repos/([^/]+)/([^/]+)(?:/(branches|tags|commits/(.+)))?', path)
        if not found:
            raise self.err(404, 'Not Found')
        if self.set['away']:
            raise self.err(502, 'Server Error')
        owner, name = url.unquote(found[1]), url.unquote(found[2])
        whole = owner + '/' + name
        if self.set['moved'] == whole:  # "Best practices": redirects
            raise self.err(301, 'Moved Permanently', {'Location': self.forge.base + (
                '/api/v3' if self.enterprise else '') + '/repositories/1077'})
        if name not in self.forge.repositories(owner):
            raise self.err(404, 'Not Found', page='repos/repos#get-a-repository')
        if not found[3]:
            raise self.good(self.repository(owner, name, 1000))
        if found[4]:
            wanted = url.unquote(found[4])
            commit = self.named(whole, wanted)
            if not self.forge.git(whole, 'rev-parse', '-q', '--verify', 'HEAD'):
                raise self.err(409, 'Git Repository is empty.')
            if not commit:
                raise self.err(422, 'No commit found for SHA: ' + wanted, page='commits/commits#get-a-commit')
            if 'vnd.github.sha' not in (request.headers.get('Accept') or ''):
                raise self.good({'sha': commit})
            raise self.good(commit, {'ETag': '"%s"' % commit}, kind='application/vnd.github.sha; charset=utf-8')
        kind = 'heads' if found[3] == 'branches' else 'tags'
        self.paged(request, [{'name': n, 'commit': {'sha': s}} for n, s in self.forge.refs(whole, kind)], None)

    def named(self, repository, wanted):
        """commits/heads/NAME, commits/tags/NAME, else a branch, a tag, or a commit."""
        if wanted.startswith(('heads/', 'tags/')):
            return self.forge.commit(repository, 'refs/' + wanted)
        return self.forge.commit(repository, 'refs/heads/' + wanted) or \
            self.forge.commit(repository, 'refs/tags/' + wanted) or \
            (re.fullmatch('[0-9a-f]{4,64}', wanted) and self.forge.commit(repository, wanted)) or None
