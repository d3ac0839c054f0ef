import sharp from 'sharp'
import { readdirSync } from 'node:fs'
const [dir, outFile, ...names] = process.argv.slice(2)
const files = names.length ? names : readdirSync(dir as string).filter((f) => f.endsWith('.png')).sort()
const h = 1500
const parts = await Promise.all(files.map(async (f) => { const m = await sharp(`${dir}/${f}`).metadata(); const w = Math.min(m.width ?? 390, 1280); const img = await sharp(`${dir}/${f}`).extract({ left: 0, top: 0, width: m.width!, height: Math.min(m.height!, m.width! < 500 ? 1700 : 1100) }).resize({ width: m.width! < 500 ? 390 : 900 }).png().toBuffer(); const mm = await sharp(img).metadata(); return { img, w: mm.width!, h: mm.height! } }))
const W = parts.reduce((s, p) => s + p.w + 10, 0), H = Math.max(...parts.map((p) => p.h))
let x = 0
await sharp({ create: { width: W, height: H, channels: 3, background: '#888' } }).composite(parts.map((p) => { const c = { input: p.img, left: x, top: 0 }; x += p.w + 10; return c })).png().toFile(outFile as string)
