-- What a deployment says about itself, who agreed to which words of it, and what people say of the service.

CREATE TABLE deployment_texts (
  kind         text NOT NULL,
  version      integer NOT NULL,
  title        text NOT NULL,
  effective_at timestamptz NOT NULL,
  body         text NOT NULL,
  CONSTRAINT deployment_texts_once PRIMARY KEY (kind, version),
  CONSTRAINT deployment_texts_kind_known CHECK (kind IN ('privacy', 'terms', 'processors', 'help', 'about')),
  CONSTRAINT deployment_texts_version_counts CHECK (version >= 1),
  CONSTRAINT deployment_texts_not_empty CHECK (title ~ '\S' AND body ~ '\S')
);
COMMENT ON TABLE deployment_texts IS 'Privacy policy, agreement, processors, help and about, by version. Append-only: what somebody agreed to stays readable.';
COMMENT ON CONSTRAINT deployment_texts_once ON deployment_texts IS 'A version is published once; other words are another version.';
COMMENT ON CONSTRAINT deployment_texts_kind_known ON deployment_texts IS 'The texts that the app has a page for.';
COMMENT ON CONSTRAINT deployment_texts_version_counts ON deployment_texts IS 'Versions count from one.';
COMMENT ON CONSTRAINT deployment_texts_not_empty ON deployment_texts IS 'Nobody agrees to nothing.';
CREATE TRIGGER deployment_texts_append_only BEFORE UPDATE OR DELETE ON deployment_texts
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER deployment_texts_no_truncate BEFORE TRUNCATE ON deployment_texts
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE agreements (
  account_id uuid NOT NULL REFERENCES accounts (id),
  kind       text NOT NULL,
  version    integer NOT NULL,
  agreed_at  timestamptz NOT NULL,
  CONSTRAINT agreements_once PRIMARY KEY (account_id, kind, version),
  CONSTRAINT agreements_kind_known CHECK (kind IN ('privacy', 'terms')),
  CONSTRAINT agreements_text_published FOREIGN KEY (kind, version) REFERENCES deployment_texts (kind, version)
);
COMMENT ON TABLE agreements IS 'Who agreed to which version of the privacy policy and the agreement, and when. Append-only.';
COMMENT ON CONSTRAINT agreements_once ON agreements IS 'Of two devices that agree at once one is recorded.';
COMMENT ON CONSTRAINT agreements_kind_known ON agreements IS 'The other texts are for information.';
COMMENT ON CONSTRAINT agreements_text_published ON agreements IS 'Nobody agreed to words that were never published.';
CREATE TRIGGER agreements_append_only BEFORE UPDATE OR DELETE ON agreements
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER agreements_no_truncate BEFORE TRUNCATE ON agreements
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- ── The texts that a deployment begins with. They are never edited: other words are another version. ────────────────
INSERT INTO deployment_texts (kind, version, title, effective_at, body) VALUES
('privacy', 1, '隐私政策', '2026-11-01T00:00:00+08:00', $text$
这份政策说明：邻里收集您的哪些信息，用来做什么，保存多久，谁看得到，您有什么权利。请看完再决定。

## 我们是谁

邻里由{运营单位}运营，并对您的个人信息负责。联系方式：{联系方式}。

## 我们收集什么，用来做什么

只收集办事用得到的。不要位置，不要通讯录，不要照片，不做广告，不给人打信用分。托管名额按班上公开的规则排先后，哪种情况加几分、怎么摇号，都写在班的页面上；除此以外不用您的信息做自动决定。

- 手机号：登录，和办事时给您回电话。用微信登录的，是微信给我们的一串编号，不含您的微信号和好友。
- 称呼、所在社区、是否用大字版：显示给您看，办事时知道怎么称呼您。
- 您的预订、报名、排队、评价和办理经过：把事情办好，说得清办到哪一步。
- 评价里写的话、意见反馈：改进服务。公开和给单位看的，会先遮住姓名和号码。
- 登录过的设备（例如“安卓 浏览器”）和登录时间：让您认得出不是自己的登录。
- 设备自己生成的一串随机编号：防止别人猜您的验证码。它不是手机的序列号。

不登录也可以看场地、托管班和公开的评价。

## 孩子的信息（不满十四周岁）

孩子的信息由监护人填写，并要监护人另外单独同意《儿童信息使用说明》。只用于托管：孩子的姓名、出生日期、年级、谁可以接、健康注意事项、每天的出勤和交接。监护人可以不同意，随时撤回，查看谁看过，导出和删除。请不要让孩子自己注册账户。

## 敏感信息

孩子的信息、健康注意事项、法律咨询的内容是敏感信息。它们加密保存，钥匙不放在数据库里。只有正在办这件事的人，因为这件事，才能打开；每打开一次都会留下记录，您在“谁看过我的信息”里看得到。

## 保存多久

- 验证码：五分钟。登录：最长九十天。
- 孩子的健康注意事项：最后一次托管结束后三十天。孩子的其他信息：最后一次托管结束后七百三十天。
- 评价里写的话：七百三十天。
- 办件的经过、谁看过什么、您同意过哪一版说明：账户在，就保存着，这是为了事后说得清。账户注销后，只保留法律要求保留的部分。

以上是没有另外设置时的时间。

## 谁看得到

- 经办的社区工作人员和托管老师：只看正在办的事需要的部分。
- 上级督办单位：只看数量和办理情况，看不到姓名、电话和内容。
- 公开的评价数字：不足五个人的不单独公布。

委托别人处理的，写在《第三方共享清单》里。除此之外不提供给任何人，除非法律要求。信息都保存在中国境内。

## 您的权利

- 看和改：在“我的”里看和改您的称呼、手机号、社区。
- 看谁看过：我的 → 谁看过我的信息。
- 撤回同意：退出登录就不再使用。孩子的同意在孩子的页面里撤回。
- 导出和删除：孩子的信息在孩子的页面里导出、删除。账户的导出和注销在“我的”里办，也可以带证件到社区窗口办。
- 问和投诉：打电话给您的社区，或在“我的 → 意见反馈”里写，或用上面的联系方式找我们。您也可以向网信部门投诉。

## 这份政策变了怎么办

有新版本时，您下次打开会先看到它，同意以后再继续用。不同意可以退出登录，以前的记录照旧保存，办事可以到社区窗口。
$text$),
('terms', 1, '用户协议', '2026-11-01T00:00:00+08:00', $text$
用邻里，请先同意这些约定。邻里由{运营单位}运营，联系方式：{联系方式}。

## 这里能办什么

订社区的场地，给孩子报课后和假期托管，排队，看办到哪一步，评价办完的事，答调查。用邻里不收费。

不会用手机，或不想用，可以到社区窗口办。窗口办的和手机办的，规则一样。

## 您的账户

- 一个人一个账户。手机号换了，请在“我的”里换，或带证件到社区窗口办。
- 验证码不要告诉别人。工作人员不会向您要验证码。
- 评价只能由本人来做，别人不能代评。

## 请这样用

- 填写真实的信息。孩子由谁接、有什么健康情况，关系到孩子的安全。
- 订了不用，请提前取消，让给别人。
- 写评价和反馈，请说事情，不写别人的姓名、电话和隐私，不骂人。这样的话不会公开。
- 不要用程序抢号，不要试探别人的账户。

## 我们怎样做

- 答应了的时间会写明最迟什么时候答复；来不及，会升到上一级。
- 谁先提交，谁先得到；排队的先后和原因都能看到。
- 场地因急事临时关闭的，社区会联系您。
- 系统会有停机和出错的时候。提示已经办成的，不会丢。急事请直接打电话：报警 110，火警 119，急救 120。

## 不同意怎么办

不同意就退出登录。不登录也可以看公开的内容，办事可以到社区窗口。有争议先找社区或运营单位商量，商量不好的，可以向有管辖权的人民法院起诉。
$text$),
('processors', 1, '第三方共享清单', '2026-11-01T00:00:00+08:00', $text$
邻里不出售您的信息，也不给广告商。下面是受委托处理信息的各方，和他们各自看到什么。部署单位没有开通的，就没有那一项。

## 服务器和数据库

- 谁：{运营单位}租用或自有的机房，在中国境内。
- 看到什么：加密以后的数据。钥匙另外保管。
- 为什么：没有服务器就没有这个应用。

## 短信

- 谁：运营单位签约的短信服务商。
- 看到什么：您的手机号和一条短信的内容（验证码，或“您的手机号已更换”）。
- 为什么：登录，和换号时告诉原来的号码。

## 微信

- 谁：深圳市腾讯计算机系统有限公司。只在您用微信小程序时。
- 看到什么：您登录了这个小程序；您写的评价文字（用来检查有没有违法的内容）。
- 给我们什么：一串只在这个小程序里有用的编号。我们不取头像、昵称、好友和位置。

## 支付宝

- 谁：支付宝（杭州）信息技术有限公司。只在您用支付宝小程序时。
- 看到什么：您打开了这个小程序。登录用手机号，不向支付宝取您的信息。

没有接入任何统计、广告或推送的第三方代码。
$text$),
('help', 1, '帮助', '2026-11-01T00:00:00+08:00', $text$
找不到答案，就打电话给您的社区；号码在这一页的下面，和每一页的“电话找人”里。

## 登录

- 收不到验证码：等一分钟再点一次；看看短信有没有被拦住。还是没有，到社区窗口办。
- 换了手机号：我的 → 手机号。旧号码收不到短信的，带身份证到社区窗口。
- 以前用别的号码或微信登录过：我的 → 手机号 → 合并另一个账户。
- 字太小：我的 → 大字版。

## 订场地

- 怎么订：服务 → 订场地 → 选场地 → 选日子 → 点开始和结束的时间。
- 要等多久：页面上写着最迟什么时候答复。有的场地马上确认。
- 时间被人订了：点那个时间，可以排队。轮到您会通知您，并为您保留一段时间。
- 不去了：办件 → 打开那件事 → 取消。早一点取消，别人就能用。

## 课后托管

- 先做什么：我的 → 我的孩子，填好孩子的信息，并看一看、决定儿童信息使用说明。报名开始时就只要点一下。
- 没有名额：会给您一个排队的号，看得到前面还有几位、为什么。
- 谁来接：在孩子的页面里写好谁可以接。临时换人，做一个当天的接送码。
- 孩子不去：在孩子的页面里请假，或打电话给托管老师。
- 两位监护人：一位做了什么，另一位马上会知道。

## 评价和投诉

- 怎么评价：办件 → 已结束 → 评价这次服务。不评价也可以，不会替您打好评。
- 打了差评会怎样：上一级会联系您，让那个单位改，改好了再问您满不满意。被评价的人不知道是谁。

## 替家人办、不用手机

- 爸妈不会用：陪他们到社区窗口，或打电话给社区。
- 孩子的另一位家长：用邀请码加入，再带证件到社区核验。

## 意见反馈

应用不好用、哪里写错了、想要什么，写在 我的 → 意见反馈。急事不要写在那里，请打电话。
$text$),
('about', 1, '关于邻里', '2026-11-01T00:00:00+08:00', $text$
邻里是社区服务的前门：订场地、孩子托管、排队、评价，一部手机就能办，窗口也能办。

## 谁在运营

{运营单位}。联系方式：{联系方式}。备案号：{备案号}。

## 软件

邻里是开放源代码的软件，任何地方都可以部署自己的一套，也可以检查它怎样保护信息。
$text$);

CREATE TABLE feedback (
  id             uuid PRIMARY KEY,
  account_id     uuid NOT NULL REFERENCES accounts (id),
  community_code text COLLATE "C" NOT NULL REFERENCES divisions (code),
  about          text NOT NULL,
  text_enc       text NOT NULL,
  shown          text NOT NULL,
  phone_enc      text,
  written_at     timestamptz NOT NULL,
  answer         text,
  answered_by    uuid REFERENCES accounts (id),
  answerer       text,
  answered_at    timestamptz,
  CONSTRAINT feedback_about_known CHECK (about IN ('app', 'service')),
  CONSTRAINT feedback_answer_whole CHECK ((answer IS NULL) = (answered_at IS NULL)
    AND (answer IS NULL) = (answered_by IS NULL) AND (answer IS NULL) = (answerer IS NULL)),
  CONSTRAINT feedback_phone_goes CHECK (answered_at IS NULL OR phone_enc IS NULL)
);
CREATE INDEX feedback_writer ON feedback (account_id, written_at DESC);
CREATE INDEX feedback_desk ON feedback (community_code, id);
COMMENT ON TABLE feedback IS 'What people say of the app and the service; read and answered by the unit and those above it.';
COMMENT ON COLUMN feedback.text_enc IS 'Tag contact: as it was written, for its writer.';
COMMENT ON COLUMN feedback.shown IS 'The same without names and numbers, for everybody else.';
COMMENT ON COLUMN feedback.phone_enc IS 'Tag contact: given for a call back; until the answer.';
COMMENT ON CONSTRAINT feedback_about_known ON feedback IS 'Of the app, or of the service.';
COMMENT ON CONSTRAINT feedback_answer_whole ON feedback IS 'An answer has who, when and what.';
COMMENT ON CONSTRAINT feedback_phone_goes ON feedback IS 'A number that was given for a call back goes with the answer.';

ALTER TABLE access_records ADD COLUMN feedback_id uuid REFERENCES feedback (id);
ALTER TABLE access_records DROP CONSTRAINT access_records_justified,
  ADD CONSTRAINT access_records_justified CHECK (case_id IS NOT NULL OR child_id IS NOT NULL OR feedback_id IS NOT NULL
    OR subject_id = reader_id);
COMMENT ON COLUMN access_records.feedback_id IS 'What the number was left with that was read.';
COMMENT ON CONSTRAINT access_records_justified ON access_records IS
  'Contact is read for a case or for a call back that was asked for; a child''s papers are read to verify its guardian.';
