import { chromium } from 'playwright-core'
const base='http://127.0.0.1:8104'
const browser=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu','--disable-background-networking']})
const out='/tmp/shots'
const open=async(name:string,opt:object={})=>{const c=await browser.newContext({viewport:{width:390,height:844},...opt});const page=await c.newPage();page.on('pageerror',e=>console.log('PAGEERROR',e.message));page.on('response',r=>{if(r.status()>=400)console.log(r.status(),r.url())});
 await page.goto(base+'/sign-in');await page.getByText(name,{exact:true}).first().click();await page.waitForTimeout(2500);return page}
const shot=async(p:any,n:string)=>{await p.waitForTimeout(900);await p.screenshot({path:`${out}/${n}.png`,fullPage:false})}
const p=await open('李秀英')
await p.goto(base+'/services');await shot(p,'services')
await p.goto(base+'/need/new');await shot(p,'ask1')
await p.getByText('送饭做饭').click();await p.locator('#need-wish').fill('老伴住院，中午想请人送一顿饭');await p.locator('#need-place').fill('北门小区 3 栋 402')
await p.getByText('明天',{exact:true}).click();await p.getByText('上午',{exact:true}).click();await shot(p,'ask2')
await p.reload();await p.waitForTimeout(1500);await shot(p,'ask-reload')
await p.getByText('请社区帮忙').last().click();await p.waitForTimeout(2500);await shot(p,'case');console.log(p.url())
await p.mouse.wheel(0,900);await shot(p,'case-low')
const id=new URL(p.url()).searchParams.get('id')
const s=await open('杨春梅',{viewport:{width:1280,height:900}})
await s.goto(base+'/desk');await shot(s,'desk')
await s.goto(base+'/desk/case?id='+id);await shot(s,'desk-case')
await s.getByText('查看内容和地点').click();await shot(s,'desk-words')
await s.getByText('安排人去').first().click();await s.waitForTimeout(800)
await s.locator('#need-helper').fill('志愿者小赵');await s.locator('#need-from').fill('11:30');await s.locator('#need-to').fill('12:30');await shot(s,'arrange')
await s.getByText('安排人去').last().click();await s.waitForTimeout(2000);await shot(s,'desk-arranged')
await p.reload();await p.waitForTimeout(1500);await shot(p,'case-arranged')
await p.goto(base+'/');await shot(p,'home');await p.goto(base+'/cases');await shot(p,'cases')
const e=await open('王建国');await e.goto(base+'/');await shot(e,'elder-home');await e.goto(base+'/need/new');await shot(e,'elder-ask')
const d=await open('李秀英',{colorScheme:'dark'});await d.goto(base+'/need/new');await shot(d,'dark-ask');await d.goto(base+'/case?id='+id);await shot(d,'dark-case')
await browser.close()
