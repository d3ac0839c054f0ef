const { TARO_ENV } = process.env
// WeChat takes colours from theme.json, light or dark; Alipay has one set.
const themed = TARO_ENV === 'weapp'

const tab = (name: 'home' | 'services' | 'cases' | 'me', text: string) => ({
  pagePath: `pages/${name}/index`,
  text,
  iconPath: `assets/tabs/${name}.png`,
  selectedIconPath: `assets/tabs/${name}-on.png`,
})

const tabBar = {
  color: themed ? '@tab' : '#4a5451',
  selectedColor: themed ? '@tabOn' : '#0e5e4e',
  backgroundColor: themed ? '@barBackground' : '#ffffff',
  borderStyle: (themed ? '@tabBorder' : 'white') as 'white',
  list: [tab('home', '首页'), tab('services', '服务'), tab('cases', '办件'), tab('me', '我的')],
}

export default defineAppConfig({
  pages: ['pages/home/index', 'pages/services/index', 'pages/cases/index', 'pages/me/index'],
  subPackages: [
    {
      root: 'features/identity',
      pages: [
        'pages/sign-in',
        'pages/name',
        'pages/phone',
        'pages/merge',
        'pages/devices',
        'pages/access-records',
      ],
    },
    { root: 'features/calendars', pages: ['pages/address'] },
    { root: 'features/agreements', pages: ['pages/text', 'pages/agree'] },
    { root: 'features/feedback', pages: ['pages/write', 'pages/desk'] },
    { root: 'features/leaving', pages: ['pages/export', 'pages/leave'] },
    { root: 'features/divisions', pages: ['pages/choose'] },
    {
      root: 'features/rooms',
      pages: ['pages/list', 'pages/room', 'pages/closures', 'pages/close', 'pages/file'],
    },
    {
      root: 'features/bookings',
      pages: ['pages/request', 'pages/move', 'pages/series', 'pages/check-in'],
    },
    { root: 'features/room-desk', pages: ['pages/list', 'pages/facility', 'pages/room', 'pages/door'] },
    { root: 'features/board', pages: ['pages/board'] },
    { root: 'features/room-use', pages: ['pages/use'] },
    {
      root: 'features/room-paper',
      pages: ['pages/papers', 'pages/exports', 'pages/door', 'pages/day', 'pages/slip'],
    },
    { root: 'features/needs', pages: ['pages/ask', 'pages/file'] },
    { root: 'features/service-records', pages: ['pages/hours', 'pages/verify', 'pages/export'] },
    { root: 'features/volunteers', pages: ['pages/join', 'pages/change', 'pages/roster', 'pages/import'] },
    { root: 'features/teams', pages: ['pages/list', 'pages/team', 'pages/desk'] },
    { root: 'features/tasks', pages: ['pages/list', 'pages/task'] },
    { root: 'features/cases', pages: ['pages/case'] },
    {
      root: 'features/visits',
      pages: [
        'pages/mine',
        'pages/elder',
        'pages/register',
        'pages/edit',
        'pages/visitors',
        'pages/figures',
        'pages/family',
      ],
    },
    { root: 'features/consultations', pages: ['pages/ask', 'pages/thread'] },
    {
      root: 'features/adviser',
      pages: ['pages/queue', 'pages/matter', 'pages/self', 'pages/log', 'pages/visits'],
    },
    { root: 'features/ratings', pages: ['pages/rate', 'pages/slip'] },
    { root: 'features/surveys', pages: ['pages/list', 'pages/answer', 'pages/results'] },
    { root: 'features/notices', pages: ['pages/inbox'] },
    { root: 'features/not-found', pages: ['pages/not-found'] },
    {
      root: 'features/children',
      pages: ['pages/list', 'pages/child', 'pages/edit', 'pages/join', 'pages/access'],
    },
    { root: 'features/programmes', pages: ['pages/list', 'pages/programme', 'pages/draw'] },
    { root: 'features/care', pages: ['pages/days', 'pages/today', 'pages/tablet', 'pages/alert'] },
    { root: 'features/desk', pages: ['pages/today', 'pages/case', 'pages/find', 'pages/bookings'] },
    { root: 'features/door-codes', pages: ['pages/screen', 'pages/mine'] },
    {
      root: 'features/task-desk',
      pages: ['pages/list', 'pages/edit', 'pages/task', 'pages/team', 'pages/figures'],
    },
    { root: 'features/account-desk', pages: ['pages/list', 'pages/propose'] },
    { root: 'features/follow-ups', pages: ['pages/list', 'pages/follow-up'] },
    { root: 'features/rating-texts', pages: ['pages/list'] },
    { root: 'features/figures', pages: ['pages/figures', 'pages/below'] },
    {
      root: 'features/survey-desk',
      pages: ['pages/list', 'pages/edit', 'pages/survey', 'pages/paper', 'pages/sheet'],
    },
    {
      root: 'features/programme-desk',
      pages: [
        'pages/list',
        'pages/edit',
        'pages/programme',
        'pages/duties',
        'pages/guardians',
        'pages/devices',
      ],
    },
  ],
  ...(TARO_ENV === 'weapp' && {
    requiredPrivateInfos: ['getLocation', 'chooseLocation'],
    permission: { 'scope.userLocation': { desc: '用于看场地离您多远、登记场地的位置' } },
  }),
  window: {
    navigationBarTitleText: '邻里',
    navigationBarBackgroundColor: themed ? '@barBackground' : '#ffffff',
    navigationBarTextStyle: (themed ? '@barText' : 'black') as 'black',
    backgroundColor: themed ? '@pageBackground' : '#f5f7f5',
  },
  ...(themed ? { darkmode: true, themeLocation: 'theme.json' } : {}),
  // WeChat asks by itself for what its platform counts as private, and we answer in our words (shared/wechat-privacy).
  ...(themed ? { __usePrivacyCheck__: true } : {}),
  // In a browser the page draws its own tab bar, with real links and the larger mode.
  ...(TARO_ENV === 'h5' ? { animation: false } : { tabBar }),
})
