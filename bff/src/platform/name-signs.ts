/** What stands around a name, whoever it is. Pure. */

/** What somebody does or is, said right after a name. */
const does =
  '说|讲|态度|脾气|服务|接待|接电|值班|上班|办|处理|负责|管|收|拿|骂|吼|凶|推|打|教|带|叫|让|把|帮|给|告诉|答应|解释|回复|' +
  '热情|耐心|认真|细心|很|太|真|特别|非常|赶|总|老是|每次|从|一直|不|没|是|在|也|就|都|和|跟|对|来|去|要|迟到|做|工作|家|同|老师|' +
  '锁|开|关|走|骗|偷|抢|占|欺|被|的|了|有|又|还|一[个下直]|只|才|吃|喝|抽|玩|站|坐|躲|催|问|答|记|忘|乱|敲|借|还|送|陪|扶|背|接|领|乱|经常|天天|今天|昨天|昨晚|上个?[月周次]|前[两几]天|当时|睡|像|插|内|签|人[很真特不好]|把|偏|瞎|闹|笑|哭|跳|唱|喊|跑|躺|居然|竟然|突然|主动|故意|本人|他|她|电话|手机|手[头里上]|家里|两|三'

const ends = '[\\p{P}\\s\\p{S}]|$'

/** Verbs that are done to a person, or with one; offices, days and kin before whoever it is. */
const leads =
  '[找叫被跟和给对问请让由向把是怪骂谢]|投诉|举报|表扬|批评|感谢|谢谢|辛苦|麻烦|觉得|认为|听说|希望|建议|联系|认识|遇到|碰到|看到|看见|' +
  '[员会站班厅的]|干部|保安|社工|社区|中心|窗口|前台|办公室|志愿者|姓名|联系人|叫做|名叫|' +
  '老师|主任|书记|师傅|律师|医生|校长|保洁|给了|找了|问了|[那这有]个|[那一]位|[今昨前当那]天|[上下]午|早上|晚上|儿子|女儿|孩子|爱人|老公|老婆|邻居|家长|同事|同学|老乡|媳妇|女婿|亲家|徒弟|组长|表哥|表弟|表姐|妈妈|爸爸|负责人|管理员|门卫|其中|特别是|还有|包括|比如|不如|人是|都怪|多亏|归功于|点名|要数'

/** What only people do, and is said of whoever is named: after a name that is a word as well, as 文静 and 建国 are. */
const acts =
  '(?:[老总]是|一直|从来|居然|竟然|今天|昨天|刚才|每次|经常|又|也|就|都)*' +
  '(?:说|讲|被[关打骂推锁]|骂|吼|喊|吵|收了?[我钱押]|让[我你他们]|不[让给接肯理在来讲]|没[来开在有给接登]|大声|喝[了酒]|抽烟|唱歌|值班|上班|态度|脾气|很?凶|' +
  '很?有耐心|很?热情|负责|帮[我忙你他]|打[人孩我]|推[人了我]|玩手机|睡|迟到|来[得晚]|锁了?门|把|拿[了走]|答应|告诉|教[我孩得]|带[走了]|在(?:托管)?班|在值班|在[门走楼窗]|接[的了]|管钥匙(?!的)|人很|老师|师傅)'

const before = new RegExp(`(?:^|[\\p{P}\\s\\p{S}]|${leads})$`, 'u')
const acting = new RegExp(`^${acts}`, 'u')
const after = new RegExp(`^(?:${does}|${ends})`, 'u')

/** What somebody is called comes next. */
const naming =
  /(?:[写签]着|[写签](?:的是|的|上)|署名|落款|[她他名字人个位]叫做?|姓名|名字是|登记的是?|签名是?)[：:]?$/u
export const isLedToName = (text: string, from: number): boolean => naming.test(text.slice(0, from))

export const isLedIn = (text: string, from: number): boolean => before.test(text.slice(0, from))
export const isFollowed = (text: string, to: number): boolean => after.test(text.slice(to))

export const isActing = (text: string, to: number): boolean => acting.test(text.slice(to))

/** A village is called after those who settled it: 李家村. */
const place = /^家?[庄村湾冲寨坝营沟坡屯桥巷街坪河山箐院镇乡县市州区路社组]/u
export const isPlace = (afterSurname: string): boolean => place.test(afterSurname)

const joining = new Set(
  '的了着过是在有我你您他她它们这那都也就还把被给跟对到去来要会能吗呢吧啊呀哦嘛很太最更又再没不个位次年月日号点分钟时候上下里外和与及或等某从向让使为以所之其此何每各只',
)
/** Stands in no given name. */
export const joins = (given: string): boolean => Array.from(given).some((each) => joining.has(each))
