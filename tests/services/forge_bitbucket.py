"""Bitbucket Cloud (bitbucket.org), as far as a console of packages asks.
Documents: developer.atlassian.com/cloud/bitbucket/rest (intro: authentication, scopes, pagination,
filtering, errors; users, workspaces, repositories, refs, commits); support.atlassian.com/bitbucket-cloud:
"Using API tokens", "Access tokens"; CHANGE-2770 and CHANGE-3222 of its changelog."""
import re, urllib.parse as url
from forge import Reply

EMAIL, USER = 'alice@t.example', 'alice-bb'
READ = ['read:user:bitbucket', 'read:workspace:bitbucket', 'read:repository:bitbucket']
TOKENS = {'ATATT-good': READ, 'ATATT-user': READ[:1], 'ATATT-norepo': READ[:2], 'ATATT-nouser': READ[1:]}
ACCESS = {'ATCTT-workspace': ['repository', 'account'], 'ATCTT-repository': ['repository']}
PASSWORDS = {'ATBB-kept': READ}
WORKSPACES = {'brook': '{22222222-2222-2222-2222-222222222222}', 'dry': '{33333333-3333-3333-3333-333333333333}'}
SCOPE = {'user': 'read:user:bitbucket', 'workspaces': 'read:workspace:bitbucket',
         'repositories': 'read:repository:bitbucket'}
OLD = {'user': 'account', 'workspaces': 'account', 'repositories': 'repository'}
GONE = 'App passwords are deprecated and must be replaced with API tokens.'


class Service:
    def __init__(self, forge):
        self.forge = forge
        self.set = {'bb_rate': '', 'bb_garbage': '', 'bb_many': '0', 'bb_next': '', 'bb_password': '', 'bb_renamed': '',
                    'bb_away': '', 'bb_git': '', 'bb_ip': ''}

    # ---- Git over HTTP -----------------------------------------------------------------------------
    def git_auth(self, request, repository):
        if repository.split('/')[0] != 'brook' or repository.endswith('open'):
            return
        if request.password.startswith('ATBB'):     # CHANGE-3222
            raise Reply(410, 'CHANGE-3222: %s\n' % GONE, kind='text/plain')
        scopes = TOKENS.get(request.password, []) if request.user == 'x-bitbucket-api-token-auth' else \
            ACCESS.get(request.password, []) if request.user == 'x-token-auth' else []
        if self.set['bb_git'] == 'off' or not {SCOPE['repositories'], 'repository'} & set(scopes):
            raise Reply(403, 'Your credentials lack one or more required privilege scopes.\n', kind='text/plain')

    # ---- who: "Authentication methods" ----------------------------------------------------------------
    def error(self, status, message, **more):
        raise Reply(status, {'type': 'error', 'error': {'message': message, **more}})

    def who(self, request, area):
        secret = request.bearer or request.password
        if request.password.startswith('ATBB') and not self.set['bb_password']:
            self.error(401, GONE, detail='CHANGE-3222')
        if request.bearer in ACCESS:
            granted, names = ACCESS[secret], OLD
        elif (request.user, secret[:5]) == (EMAIL, 'ATATT') and secret in TOKENS:
            granted, names = TOKENS[secret], SCOPE
        elif request.user == USER and secret in PASSWORDS and self.set['bb_password'] == 'taken':
            granted, names = PASSWORDS[secret], SCOPE
        else:                                       # with an empty body
            raise Reply(401, None, {'WWW-Authenticate': 'Basic realm="Bitbucket.org HTTP"'})
        if names[area] not in granted:
            self.error(403, 'Your credentials lack one or more required privilege scopes.',
                       detail={'required': [names[area]], 'granted': granted})
        return granted

    # ---- pages: "Pagination": the next is an address in the answer ---------------------------------------
    def paged(self, request, items):
        size, number = min(100, int(request.query.get('pagelen', 10))), int(request.query.get('page', 1))
        body = {'pagelen': size, 'page': number, 'size': len(items), 'values': items[(number - 1) * size:number * size]}
        if number * size < len(items):
            body['next'] = '%s%s?%s' % (self.set['bb_next'] or self.forge.base, request.path,
                                        url.urlencode({**request.query, 'page': number + 1}))
        raise Reply(200, body)

    def weather(self):
        if self.set['bb_rate']:
            self.error(429, 'Rate limit for this resource has been exceeded')
        garbage = self.set['bb_garbage']
        if garbage == 'html':
            raise Reply(200, '<html>sign in</html>', kind='text/html')
        if garbage == 'broken':
            raise Reply(200, '{"type":')
        if garbage == 'redirect':
            raise Reply(302, '', {'Location': 'https://sink.example/2.0/user'})
        if garbage == '502':
            raise Reply(502, '<html>bad gateway</html>', kind='text/html')
        if self.set['bb_ip']:
            self.error(403, 'To access this workspace, an admin must allow your IP address.')

    def repository(self, workspace, name):
        return {'type': 'repository', 'full_name': workspace + '/' + name, 'name': name.title(), 'slug': name,
                'uuid': '{%s}' % name, 'is_private': not name.endswith('open'), 'mainbranch': {'type': 'branch',
                'name': 'main'}, 'workspace': {'type': 'workspace', 'slug': workspace, 'uuid': WORKSPACES[workspace]}}

    def answer(self, request):
        path = request.path
        if path == '/_t/set':
            self.set.update((k, v) for k, v in request.query.items() if k in self.set)
            return
        if not path.startswith('/2.0/'):
            return
        if path in ('/2.0/repositories', '/2.0/workspaces'):
            self.error(410, 'CHANGE-2770 - Functionality has been deprecated')
        self.weather()
        if path == '/2.0/user':             # "Users"
            self.who(request, 'user')
            raise Reply(200, {'type': 'user', 'uuid': '{11111111-1111-1111-1111-111111111111}', 'nickname': USER,
                              'display_name': 'Alice', 'account_id': '557058:x'})
        found = re.fullmatch(r'/2\.0/workspaces/([^/]+)', path)
        if found:                           # "Workspaces": by slug or by uuid
            self.who(request, 'workspaces')
            wanted = url.unquote(found[1])
            slug = next((s for s in WORKSPACES if WORKSPACES[s] == wanted), None)
            if not slug and (wanted not in WORKSPACES or (wanted == 'brook' and self.set['bb_renamed'])):
                self.error(404, "No workspace with identifier '%s'." % wanted)
            slug = slug or wanted
            raise Reply(200, {'type': 'workspace', 'uuid': WORKSPACES[slug], 'name': slug.title(), 'slug':
                              self.set['bb_renamed'] if slug == 'brook' and self.set['bb_renamed'] else slug})
        self.of_repositories(request, path)

    def of_repositories(self, request, path):
        """"Repositories", "Refs", "Commits"."""
        found = re.fullmatch(r'/2\.0/repositories/([^/]+)(?:/([^/]+))?(?:/(refs/branches|refs/tags|commit)(?:/(.+))?)?', path)
        if not found:
            self.error(404, 'Resource not found')
        self.who(request, 'repositories')
        workspace, name, kind, ref = (url.unquote(x) if x else x for x in found.groups())
        if workspace not in WORKSPACES:
            self.error(404, "No workspace with identifier '%s'." % workspace)
        names = self.forge.repositories(workspace)
        if not name:
            if request.bearer and 'role' in request.query:
                self.error(400, 'role: an access token has none')
            self.paged(request, [self.repository(workspace, n) for n in names + [
                'many-%03d' % i for i in range(int(self.set['bb_many']) if workspace == 'brook' else 0)]])
        whole = workspace + '/' + name
        if name not in names:
            self.error(404, 'You may not have access to this repository or it no longer exists in this workspace.')
        if not kind:
            raise Reply(200, self.repository(workspace, name))
        if self.set['bb_away']:
            self.error(503, 'Service unavailable')
        if not ref:                         # "Filtering": name ~ "text", without regard to case
            wanted = re.fullmatch(r'name ~ "((?:[^"\\]|\\.)*)"', request.query.get('q', 'name ~ ""'))
            if not wanted:
                self.error(400, 'Invalid query')
            wanted = re.sub(r'\\(.)', r'\1', wanted[1]).lower()
            self.paged(request, [{'type': 'branch', 'name': n, 'target': {'type': 'commit', 'hash': s}}
                                 for n, s in self.forge.refs(whole, 'heads' if 'branches' in kind else 'tags')
                                 if wanted in n.lower()])
        place = {'refs/branches': 'refs/heads/', 'refs/tags': 'refs/tags/', 'commit': ''}[kind]
        commit = self.forge.commit(whole, place + ref)
        if not commit:
            self.error(404, 'Commit not found' if kind == 'commit' else 'No such ref: ' + ref)
        raise Reply(200, {'type': 'commit', 'hash': commit} if kind == 'commit' else
                    {'type': kind[5:], 'name': ref, 'target': {'type': 'commit', 'hash': commit}})
