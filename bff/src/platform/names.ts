/** Whether words may hold the name of somebody whom nobody here knows (PRODUCT.md › Ratings). */

/** The hundred commonest surnames cover nine people in ten; four more are common among the Yi of Chuxiong. */
export const surnames =
  '李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文普鲁者起'
export const doubleSurnames = '欧阳|上官|司马|司徒|诸葛|夏侯|皇甫|尉迟|公孙|慕容|令狐|端木|南宫|宇文|轩辕'

/** Words that begin like a surname and name nobody. What is as often a name (文静, 高峰, 方圆) is not among them. */
const usual = `
  李子 李树 刘海 何在 何以 何种 张表 张纸 张单 张桌 张椅 张床 张条
  王国 王牌 张贴 张开 张嘴 张望 陈旧 陈述 陈列 杨树 杨梅 黄色 黄昏 黄金 黄瓜 黄豆 黄土 黄灯
  周一 周二 周三 周四 周五 周六 周日 周天 周末 周围 周边 周到 周期 周年 周转 徐徐 孙子 孙女 孙儿 胡说 胡乱 胡闹 胡同 胡子 胡萝
  高兴 高度 高效 高峰期 高峰时 高中生 高考 高温 高层 高级 高低 高处 高跟 高手 高声 高血 高质 高龄 高年级 高铁站 高空 高出 高高
  林业 林子 林荫 林地 何时 何况 何必 何处 何人 何等 何苦 何止 何不 马上 马路 马桶 马虎 马力 马甲 马拉松 马蜂 罗列 郑重
  谢谢 谢绝 谢意 谢过 韩国 韩语 唐诗 唐突 唐朝 于是 董事 程序 程度 许多 许久 许可 许诺 许愿 曾经 曾在 曾有 苏打 丁香
  叶子 叶片 余地 余下 余额 余款 杜绝 杜鹃 戴着 戴口罩 戴帽 戴眼镜 戴上 戴手套 夏天 夏令 夏季 夏日 钟头 钟点 钟表 钟声 汪汪
  田地 田径 田园 田间 田里 任何 任务 任课 任意 任由 任性 任凭 任教 任职 姜汤 范围 范本 范例
  方便 方式 方法 方面 方向 方案 方言 方桌 方凳 方可 方才 方形 方块 石头 石板 石凳 石桌 石椅 石台 石阶 石子 石墩 石灰 石膏
  熊孩 熊猫 金额 金属 金色 金钱 金融 金鱼 金牌 陆续 陆陆 孔洞 孔雀
  白天 白跑 白等 白色 白板 白纸 白墙 白开水 白菜 白费 白交 白去 白来 白白 白酒 白班 白糖 白米 白衣 白发 康复 康乐 康养
  毛病 毛笔 毛巾 毛线 毛毯 毛衣 毛手 毛孩 秦腔 江边 江水 江湖 史料 史书 顾客 顾不 顾及 顾虑 顾问 龙头 龙舟 龙灯 龙川
  万一 万事 万分 万人 万元 万能 万万 段时 段落 段路 雷雨 雷声 雷电 雷同 钱包 钱款 钱数 钱财 汤圆 汤水 汤勺 汤菜 黎族
  易地 易懂 易拉 易燃 易碎 易滑 易于 易用 易错 常常 常来 常去 常用 常年 常识 常见 常客 常有 常态 常规 常住 常备 常开
  武术 武器 武警 乔木 乔迁 贺卡 赖着 赖皮 赖账 文化 文明 文件 文艺 文具 文字 文章 文体 文娱 文书 文案 文凭 文科 文物 文学
  普通 普遍 普法 普及 普查 普洱 普惠 鲁莽 起来 起码 起初 起床 起点 起立 起到 起身 起火 起因 起步 起风 起先 起诉 起跑 起哄 起早`

/** What joins words together, and so stands in no given name. */
const joining =
  '的了着过是在有我你您他她它们这那都也就还把被给跟对到去来要会能吗呢吧啊呀很太最更又再没不个位次年月日号点分钟时候上下里外和与及或等'
const given = `(?:(?![某${joining}])\\p{Script=Han}){1,2}`
/** A village is called after those who settled it: 李家村. */
const place = '家[庄村湾冲寨坝营沟坡屯桥巷街坪河山箐院]'
const name = `(?!${usual.trim().replace(/\s+/g, '|')}|[${surnames}]${place})(?:${doubleSurnames}|[${surnames}])${given}`

/** What somebody does or is, said right after a name. */
const does =
  '说|讲|态度|脾气|服务|接待|接电|值班|上班|办|处理|负责|管|收|拿|骂|吼|凶|推|打|教|带|叫|让|把|帮|给|告诉|答应|解释|回复|' +
  '热情|耐心|认真|细心|很|太|真|特别|非常|总|老是|每次|从|一直|不|没|是|在|也|就|都|和|跟|对|来|去|要|迟到|做|工作|' +
  '锁|开|关|走|骗|偷|抢|占|欺|被|的'
const ends = '[\\p{P}\\s]|$'

/** What stands before a name, and what after it. */
const signs: readonly (readonly [before: string, after: string])[] = [
  // Whom a sentence is about stands at its beginning: 张伟态度很差.
  ['^|[\\p{P}\\s]', `${does}|${ends}`],
  // Verbs that are done to a person, or with one: 投诉李娟, 被赵铁柱骂了, 是张伟值班.
  [
    '[找叫被跟和给对问请让由向把是怪骂]|投诉|举报|表扬|批评|感谢|谢谢|辛苦|麻烦|觉得|认为|听说|希望|建议',
    `${does}|${ends}`,
  ],
  // Offices, and where they sit, before whoever sits there: 工作人员刘芳, 窗口的李娟, 村委会杨丽萍.
  ['[员会站班厅的]|干部|保安|社工|社区|中心|窗口|前台|办公室|志愿者', does],
  // Who is pointed at, by day, place in a family or finger: 昨天黄丽给我们开的门, 我儿子王浩被打了.
  ['[那这有]个|[那一]位|[今昨前当那]天|[上下]午|早上|晚上|儿子|女儿|孩子|爱人|老公|老婆|邻居|家长', does],
]
const patterns = signs.map(([before, after]) => new RegExp(`(?<=${before})${name}(?=${after})`, 'u'))

/** The thirty commonest surnames: two people in three. */
const commonest = '王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹'
/** Words that begin like one of these, some of them names as well: where nothing after it tells a name, they are none. */
const usualHere = `
  王者 王府 王子 王八 王法 王冠 张口 张数 张力 张通 张票 张卡 张照 张图
  陈年 陈设 陈醋 陈皮 陈米 陈腐 杨柳 杨桃 杨木 杨花 杨枝
  黄牌 黄线 黄历 黄油 黄沙 黄河 黄酒 黄鱼 黄花 黄叶 黄纸 黄牛 黄焖 黄泥 黄水 黄衣 黄帽 黄皮 黄铜 黄鳝 黄页 黄连 黄毛 黄漆 黄板 黄墙
  黄木 黄底 黄标 黄字 黄颜 黄绿 黄白 黄红 黄褐 黄蓝 黄黄 黄桃 黄米 黄梨 黄赌 黄草 黄茅
  周密 周长 周全 周刊 周报 周记 周身 周旋 周折 周遭 周详 周岁 周知 周次 周课 周计 周表 周会 周例 周测 周休 周均 周度 周平 吴语
  孙辈 孙媳 孙悟 马匹 马车 马达 马戏 马克 马赛 马褂 马尾 马灯 马蹄 马铃 马步 马扎 马脚 马鞍 马术 马来 马场 马年 马头 马大哈 马列
  马后 马缨 马樱 马帮 马街 马龙 马鹿 朱红 朱砂 朱漆 朱色 朱古 胡琴 胡椒 胡须 胡话 胡思 胡搅 胡桃 胡来 胡编 胡扯 胡吃 胡写 胡停
  何其 何谓 何物 何方 何地 何曾 何尝 何妨 何故 何事 何样 何日 何用 何年 何月 何价
  林区 林木 林场 林间 林带 林下 林权 林海 林立 林果 林农 林草 林道 林中
  高大 高压 高价 高尚 高雅 高明 高见 高端 高新 高危 高脚 高楼 高墙 高台 高架 高原 高山 高等 高职 高校 高清 高频 高热 高烧 高薪 高分
  高个 高矮 高音 高喊 高调 高超 高额 高昂 高举 高呼 高标 高素 高水 高品 高难 高强度 高科 高糖 高盐 高脂 高三 高一 高二 高班 高段
  高估 高攀 高潮 高涨 高达 高于 高过 高人 高寿 高位 高利 高收 高管 高工 高速 高铁 高粱 高桥
  罗汉 罗盘 罗圈 罗马 罗纹 罗非 罗嗦 罗锅 罗次 梁子 梁柱 梁上 梁木 梁断 梁裂 谢幕 谢礼 谢师 谢顶 谢忱 谢词 宋体 宋代 宋朝 宋词
  唐装 唐代 唐卡 唐人 唐宋 许下 许是 韩餐 韩式 韩剧 韩文 韩流 韩服 曹操`
const told = [usual, usualHere].map((list) => list.trim().replace(/\s+/g, '|')).join('|')
const common = (of: string): string => `(?!${told}|[${of}]${place})[${of}]${given}`

/** Where a name is likely whatever comes after it: 谢谢张丽华反映, 管钥匙的李强像吵架一样. Of height speaks 的 too often. */
const likely = [
  ['谢谢|感谢|找|请|叫|投诉|举报|表扬|批评|辛苦|麻烦', common(commonest)],
  ['的', common(commonest.replace('高', ''))],
].map(([before, whom]) => new RegExp(`(?<=${before})${whom}`, 'u'))

/** @param masked what known names and names with a title have been taken out of; a person has to look at what is left */
export const mayName = (masked: string): boolean =>
  [...patterns, ...likely].some((pattern) => pattern.test(masked))
