/** What both readers of a matter see of it. */
export const mattersText = {
  quit: '快速离开',
  helplines: '求助电话',
  inDanger: '有危险直接打',
  dial: (word: string, number: string) => `拨打 ${number}，${word}`,
  me: '我',
  person: '居民',
  adviser: '答复的人',
  feed: '往来',
  before: (n: number) => `前面还有 ${n} 条，展开看`,
  seen: '对方看过了',
  notHanded: '这段是写给前一位的，没有转过来',
  picturesSignIn: '登录以后可以加图片。',
  signInForPictures: '登录后加图片',
  corrects: (n: number) => `更正第 ${n} 段`,
  nth: (n: number) => `第 ${n} 段`,
  kinds: { question: '', answer: '', ask: '想再了解', thanks: '道谢', correction: '' },
  attempt: {
    party: (by: string, outcome: string, n: number) => `${by}打过电话：${outcome}（第 ${n} 次）`,
    adviser: (by: string, outcome: string, n: number) => `${by}打过电话：${outcome}（第 ${n} 次）`,
  },
  visitAsked: { party: '打不通，已请社区的人捎话，请您打开看', adviser: '已请社区的人捎话，没说是什么事' },
  visitDone: '话捎到了',
  referral: {
    title: (kind: string) => `转到${kind}`,
    to: '转给',
    parts: '一起转过去的',
    proposed: '等您决定。同意以后，对方只看得到上面写的这几样，别的看不到。',
    proposedForAdviser: '等居民决定。',
    declined: '没有同意转出，接着在这里办。',
    withdrawn: '不转了，接着在这里办。',
    sent: (by: string) => `已转出，对方最迟${by} 前接收。没有按时接收会转回来。`,
    sentPlain: '已转出，等对方接收。',
    acknowledged: '对方接收了，由对方接着办。',
    returned: '对方没有接收，转回来了。',
    when: (when: string) => `${when}提出`,
    consent: '同意转过去',
    decline: '不转，接着在这里问',
    consented: '已转出',
    kept: '好，接着在这里办',
  },
  meeting: {
    first: {
      offered: '提的时间，请您定',
      offeredForAdviser: '等居民选时间',
      help: '先选先得，选好才算数。都不合适就在下面写一声。',
      take: '就这个时间',
      tookIt: '约好了，到时提醒您',
    },
    /** What is offered beside one that was taken. */
    other: {
      offered: '想换个时间？',
      offeredForAdviser: '居民还可以换的时间',
      help: '不换就不用点。换了以后，上面约好的那个就让出来。',
      take: '换到这个时间',
      tookIt: '换好了，到时提醒您',
    },
    taken: '约好了',
    gone: '被别人先选走了',
    calledOff: '取消了',
    callOff: '取消这个时间',
    callOffSheet: {
      title: '取消约好的时间？',
      lines: ['取消以后这个时间让给别人，要见面得重新约。'],
      yes: '确定取消',
      no: '先不取消',
    },
    calledOffSaid: '已取消',
    calendar: '加入日历',
    link: '视频地址',
    copy: '复制视频地址',
    copied: '已复制，到时粘贴到浏览器里打开',
    phone: '到时给您打电话',
    phoneForAdviser: '到时给居民打电话',
  },
}

const urgent = '急事打 12348，有危险打 110。'

/** Where others send people to the community, which somebody may not want to know that it is them. */
export const urgentText = {
  problems: {
    offline: `现在没有网络。请连上网络再试，${urgent}`,
    unreadable: `没有看懂服务的答复，请稍后再试。${urgent}`,
    internal_error: `系统出了点问题，我们已记录。请稍后再试。${urgent}`,
    files_today: '今天传的图片已经很多了，请明天再传。没有图片也可以先发送。',
  },
  offlineHelp: `连上网络后会自动刷新。${urgent}`,
}

/** What was asked. */
export const intakeText = {
  title: '问的事',
  show: '展开看',
  hide: '收起',
  urgency: '急不急',
  topic: '哪方面',
  day: '从哪天算',
  opposite: '对方',
  reach: '怎么答复',
  ways: { here: '只在这里看', phone: '也可以打电话' },
}

/** Days after which something may be lost. */
export const limitsText = {
  title: '要紧的日子',
  by: (date: string, todo: string) => `最迟${date}，${todo}`,
  left: (days: number) => (days === 0 ? '就是今天' : `还有 ${days} 天`),
  days: '天',
  over: '这个日子过了',
  overHelp: '不一定就办不成：期限可能中断过、顺延过。不要放弃，马上问。',
  help: '按您写的日子算的，遇到节假日会顺延，以实际为准。期限也可能中断或从别的日子算起，请尽早问清楚。',
  helpOfPerson: '按居民写的日子算的，没有算节假日顺延，也没有算中断。请核实。',
  from: (from: string) => `从哪天算：${from}`,
  law: (law: string, article: string, since: string) => `依据：《${law}》${article}，${since}起施行的版本`,
  more: (n: number) => `再看 ${n} 条别的情况`,
  unfold: '展开看',
  papers: (n: number) => `收到了裁决书、判决书？再看 ${n} 条`,
}

export const writerText = {
  danger: '您写的像是有人受到伤害。现在就有危险，先打电话：',
  offline: '没有网络，写的存在这台手机上。连上网络再点发送。',
  send: '发送',
  addPictures: '加图片',
  needs: '先写几句话',
  sent: '已发送',
  fold: '收起',
}
