/** Where mini-programs find the service; empty in a browser, which asks its own origin. Set at build time. */
declare const API_ORIGIN: string

/** What the addresses of drawings end in, for browsers (config/drawings.ts). */
declare const DRAWINGS_MARK: string

declare const process: { env: { TARO_ENV: 'h5' | 'weapp' | 'alipay'; NODE_ENV: string } }
declare const __dirname: string

declare module '*.css'
