/** WeChat's interface as far as the app uses it; requests go to a real service. */
import { Refused } from './page-stack'

interface Callbacks {
  success?: (result: unknown) => void
  fail?: (error: { errMsg: string }) => void
  complete?: (result: unknown) => void
}
interface Request extends Callbacks {
  url: string
  method?: string
  data?: unknown
  header?: Record<string, string>
}
interface Stored extends Callbacks {
  key: string
  data?: unknown
}

type Way = (url: string) => Promise<void>

export interface WxOptions {
  /** Where the service really is; the build names another place. */
  origin: string
  /** What wx.login gives, one after the other; null, and once there are no more, it fails. */
  loginCodes: (string | null)[]
  ways: Record<'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch', Way>
  navigateBack(delta: number): Promise<void>
  /** WeChat's own privacy authorisation; without it this WeChat has no such interface. */
  privacy?: 'needed' | 'given'
  /** Makes an object inside the app's own realm. */
  parse: (json: string) => unknown
}

/** What lies on the telephone outside of the app. */
export interface Kept {
  entries: { title: unknown; location: unknown }[]
  copied: string | null
}

const device = {
  brand: 'devtools',
  model: 'iPhone',
  pixelRatio: 2,
  windowWidth: 375,
  windowHeight: 603,
  screenWidth: 375,
  screenHeight: 667,
  statusBarHeight: 20,
  language: 'zh_CN',
  version: '8.0.50',
  SDKVersion: '3.6.0',
  platform: 'ios',
  system: 'iOS 17.0',
  fontSizeSetting: 16,
  theme: 'light',
  safeArea: { top: 20, bottom: 667, left: 0, right: 375, width: 375, height: 647 },
}

const done = (given: Callbacks | undefined, result: unknown = {}) =>
  queueMicrotask(() => {
    given?.success?.(result)
    given?.complete?.(result)
  })

const failed = (given: Callbacks | undefined, errMsg: string) =>
  queueMicrotask(() => {
    given?.fail?.({ errMsg })
    given?.complete?.({ errMsg })
  })

type Answer = (answer: { event: string; buttonId?: string }) => void

/** Asks the app's own listener, and takes nothing for a yes but a tap on a button that it can name. */
function createPrivacy(state: 'needed' | 'given') {
  let given = state === 'given'
  let ask: ((resolve: Answer) => void) | undefined
  return {
    getPrivacySetting: (call: Callbacks) =>
      done(call, { needAuthorization: !given, privacyContractName: '' }),
    onNeedPrivacyAuthorization: (listener: (resolve: Answer) => void) => void (ask = listener),
    requirePrivacyAuthorize: (call: { success: () => void; fail: (error: object) => void }) => {
      const answered: Answer = ({ event, buttonId }) => {
        given = event === 'agree' && !!buttonId
        if (given) call.success()
        else call.fail({ errMsg: 'requirePrivacyAuthorize:fail', errno: 104 })
      }
      if (given) call.success()
      else ask?.(answered)
    },
    openPrivacyContract: (call: Callbacks) => done(call),
  }
}

export function createWx(options: WxOptions) {
  const storage = new Map<string, unknown>()
  const dialled: string[] = []
  const files = new Map<string, Buffer>()
  const opened: { type: string; bytes: Buffer }[] = []
  const kept: Kept = { entries: [], copied: null }
  const nothing = () => undefined
  const codes = [...options.loginCodes]
  const privacy = options.privacy === undefined ? {} : createPrivacy(options.privacy)
  const follow = (name: keyof WxOptions['ways']) => (given: Callbacks & { url: string }) =>
    void options.ways[name](given.url).then(
      () => done(given),
      (error: unknown) => {
        if (!(error instanceof Refused)) throw error
        failed(given, `${name}:fail ${error.message}`)
      },
    )
  const wx = {
    getSystemInfoSync: () => device,
    getSystemInfo: (given: Callbacks) => done(given, device),
    getAppBaseInfo: () => device,
    getDeviceInfo: () => device,
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getAccountInfoSync: () => ({ miniProgram: { appId: 'wxtest', envVersion: 'develop' } }),
    getMenuButtonBoundingClientRect: () => ({ top: 24, left: 278, width: 87, height: 32 }),
    canIUse: () => true,
    nextTick: (run: () => void) => setTimeout(run, 0),
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, data: unknown) => void storage.set(key, data),
    removeStorageSync: (key: string) => void storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 1, limitSize: 10_240 }),
    getStorage: (given: Stored) => done(given, { data: storage.get(given.key) }),
    getNetworkType: (given: Callbacks) => done(given, { networkType: 'wifi' }),
    login: (given: Callbacks) => {
      const code = codes.shift() ?? null
      if (code === null) failed(given, 'login:fail timeout')
      else done(given, { code })
    },
    makePhoneCall: (given: Callbacks & { phoneNumber: string }) => {
      dialled.push(given.phoneNumber)
      done(given)
    },
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getFileSystemManager: () => ({
      writeFileSync: (path: string, data: string, encoding: BufferEncoding) =>
        void files.set(path, Buffer.from(data, encoding)),
      unlinkSync: (path: string) => void files.delete(path),
    }),
    /** Only what was written can be opened. */
    openDocument: (given: Callbacks & { filePath: string; fileType: string }) => {
      const bytes = files.get(given.filePath)
      if (!bytes) return failed(given, "openDocument:fail file doesn't exist")
      opened.push({ type: given.fileType, bytes })
      done(given)
    },
    addPhoneCalendar: (given: Callbacks & Record<string, unknown>) => {
      kept.entries.push({ title: given.title, location: given.location })
      done(given)
    },
    setClipboardData: (given: Callbacks & { data: string }) => {
      kept.copied = given.data
      done(given)
    },
    navigateTo: follow('navigateTo'),
    redirectTo: follow('redirectTo'),
    switchTab: follow('switchTab'),
    reLaunch: follow('reLaunch'),
    navigateBack: (given: Callbacks & { delta?: number }) =>
      void options.navigateBack(given?.delta ?? 1).then(() => done(given)),
    setNavigationBarTitle: (given: Callbacks) => done(given),
    request: (given: Request) => request(given, options),
    ...privacy,
    createSelectorQuery: nothing,
    onAppShow: nothing,
    onAppHide: nothing,
    onNetworkStatusChange: nothing,
    onError: nothing,
    onUnhandledRejection: nothing,
    onPageNotFound: nothing,
    onThemeChange: nothing,
    onMemoryWarning: nothing,
    onWindowResize: nothing,
  }
  return { wx, storage, dialled, kept, opened }
}

function request(given: Request, { origin, parse }: WxOptions) {
  const { method = 'GET', data, header = {} } = given
  const url = given.url.replace(/^https?:\/\/[^/]+/, origin)
  const abort = new AbortController()
  void fetch(url, {
    method,
    headers: header,
    signal: abort.signal,
    ...(data === undefined || method === 'GET' ? {} : { body: JSON.stringify(data) }),
  }).then(
    async (answer) => {
      const text = await answer.text()
      const isJson = /json/.test(answer.headers.get('content-type') ?? '')
      const result = {
        statusCode: answer.status,
        header: Object.fromEntries(answer.headers),
        data: isJson ? parse(text) : text,
        errMsg: 'request:ok',
      }
      done(given, result)
    },
    (error: unknown) => failed(given, `request:fail ${String(error)}`),
  )
  return { abort: () => abort.abort(), onHeadersReceived() {}, offHeadersReceived() {} }
}
