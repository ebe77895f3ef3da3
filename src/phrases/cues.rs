//! Words that tell a clause's tense beyond doubt, or that make it doubtful.
//!
//! The lexicon's own verbs of the past are those of [`Roles::PAST`](super::sense::Roles::PAST); here stand the ones that a
//! date hangs on, those that part a date from a verb, and those that take the tense away.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::language::Language;
use super::normal::normalise;

/// Words that share a part, with spaces between them.
type Words = &'static str;

/// The tables of a language, as they are written.
struct Tables {
    past: Words,
    intransitive: Words,
    loose: Words,
    holding: Words,
    events: Words,
    modal: Words,
    future: Words,
    habit: Words,
    bounds: Words,
    relative: Words,
    adjectives: Words,
}

/// What words are cues of, in their one spelling.
pub(super) struct Cues {
    /// Verbs of the past beside those of the lexicon.
    pub(super) past: Table,
    /// Verbs that can't be participles of the noun before: `arrived in`, but not `sent by`.
    pub(super) intransitive: Table,
    /// Verbs of speech and of plans. What they are about may lie ahead, so that a date goes with them only directly:
    /// `announced on Friday`, but not `announced a vote on Friday`.
    pub(super) loose: Table,
    /// Verbs that hold what is planned otherwise: `held talks on Friday`.
    pub(super) holding: Table,
    /// Things that have a day of their own, which may lie ahead: `elections on 24 December`; in Arabic their stems.
    pub(super) events: Table,
    /// What takes the tense away: `would`, `if`, `has`.
    pub(super) modal: Table,
    /// Verbs of what is to come.
    pub(super) future: Table,
    /// What happens again and again.
    pub(super) habit: Table,
    /// Words that begin another clause.
    pub(super) bounds: Table,
    /// Those among them that begin one about a thing, behind which the main clause goes on.
    pub(super) relative: Table,
    /// Words that have a verb's shape and are none.
    pub(super) adjectives: Table,
}

/// Words of a kind.
pub(super) struct Table(HashSet<Box<str>>);

static ENGLISH: LazyLock<Cues> = LazyLock::new(|| Cues::new(&EN));
static FRENCH: LazyLock<Cues> = LazyLock::new(|| Cues::new(&FR));
static ARABIC: LazyLock<Cues> = LazyLock::new(|| Cues::new(&AR));

impl Cues {
    pub(super) fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &ENGLISH,
            Language::French => &FRENCH,
            Language::Arabic => &ARABIC,
        }
    }

    fn new(tables: &Tables) -> Self {
        Self {
            past: Table::new(tables.past),
            intransitive: Table::new(tables.intransitive),
            loose: Table::new(tables.loose),
            holding: Table::new(tables.holding),
            events: Table::new(tables.events),
            modal: Table::new(tables.modal),
            future: Table::new(tables.future),
            habit: Table::new(tables.habit),
            bounds: Table::new(tables.bounds),
            relative: Table::new(tables.relative),
            adjectives: Table::new(tables.adjectives),
        }
    }
}

impl Table {
    fn new(words: Words) -> Self {
        let mut spelling = String::new();
        let spell = |word: &str| {
            normalise(word, &mut spelling);
            spelling.as_str().into()
        };
        Self(words.split_whitespace().map(spell).collect())
    }

    /// Whether a word, in its one spelling, begins with one of them.
    pub(super) fn has_stem_of(&self, word: &str) -> bool {
        self.0.iter().any(|stem| word.starts_with(&**stem))
    }

    /// Whether a word, in its one spelling, is among them.
    pub(super) fn has(&self, word: &str) -> bool {
        self.0.contains(word)
    }
}

const EN: Tables = Tables {
    past: "said told spoke flew saw ran sat stood threw built bought caught kept sought drew wounded injured deployed \
           landed stormed rescued evacuated visited travelled",
    intransitive: "arrived came went fell died fled returned travelled flew landed resigned began started ended retreated \
                   withdrew collapsed erupted broke met took became wrote gave chose drove swore spoke saw ran sat stood \
                   threw drew advanced voted testified spoke",
    loose: "said told announced declared agreed called asked urged proposed promised pledged vowed demanded ordered \
            threatened decided invited requested postponed delayed moved offered backed accepted \
            supported rejected refused cancelled canceled authorised authorized wanted hoped aimed sought tried attempted \
            prepared needed required warned advised recommended fixed banned barred summoned added insisted stated \
            reported claimed believed thought knew heard feared argued explained noted confirmed denied predicted \
            suggested stressed voted welcomed discussed awaited faced reminded convened planned \
            rescheduled registered campaigned allowed condemned swore persuaded convinced forced",
    holding: "held attended hosted chaired opened joined began ended launched started resumed signed won lost",
    events: "election elections vote votes ballot poll polls referendum summit meeting meetings talks conference session \
             hearing trial ceremony strike protest protests rally rallies march demonstration demonstrations visit trip concert show festival \
             deadline match game launch inauguration negotiations round event forum parliament event debate handover \
             withdrawal release ceasefire truce",
    modal: "will would shall can could should must cannot need needs ought if unless whether has have is are be am being \
            hopes wants plans seeks aims expected planned scheduled due set slated intends intended going about supposed ahead \
            meant won wouldn couldn shouldn ll ve re likely unlikely upcoming tomorrow says faces remains",
    future: "will shall",
    habit: "every each annually annual yearly anniversary marks marked mark commemorates commemorate commemorated \
            celebrates celebrate celebrated usually always often",
    bounds: "that which who whose whom when while after before until till because although though as if unless whether \
             but since where so than once",
    relative: "that which who whose whom where",
    adjectives: "armed united red bed need feed seed speed hundred indeed exceed proceed succeed divided related besieged \
                 so-called named called left",
};

const FR: Tables = Tables {
    past: "",
    intransitive: "",
    loose: "annoncé promis décidé convenu appelé demandé exigé proposé fixé reporté convoqué menacé prévu ordonné \
            accepté invité exhorté programmé repoussé soutenu salué dit déclaré affirmé indiqué assuré \
            estimé averti prévenu expliqué rappelé précisé ajouté jugé annulé interdit voulu cru pensé espéré préparé \
            refusé voté évoqué discuté confirmé autorisé chargé obligé forcé dû pu annonça déclara \
            décida promit demanda appela autorisa proclama",
    holding: "tenu tenue tenus tenues lancé signé débuté commencé achevé organisé participé assisté ouvert présidé accueilli",
    events: "élection élections scrutin vote référendum sommet réunion réunions pourparlers conférence session audience \
             procès cérémonie grève manifestation manifestations visite échéance négociations rencontre rendez-vous tour \
             trêve cessez-le-feu retrait",
    modal: "doit doivent devait devaient devra devront peut peuvent pouvait pouvaient veut veulent voulait voulaient va \
            vont allait allaient faut fallait si prévu prévue prévus prévues attendu attendue attendus attendues \
            programmé programmée programmés programmées compte comptent comptait espère espérait souhaite souhaitait \
            envisage envisageait prévoit prévoyait risque risquait semble semblait demain peut-être",
    future: "sera seront fera feront ira iront pourra pourront devra devront faudra verra aura auront",
    habit: "chaque tous toutes anniversaire commémore commémorent célèbre célèbrent fêtent toujours souvent",
    bounds: "que qu' qui dont où lorsque lorsqu' quand mais puisque car comme si tandis après avant alors laquelle \
             lequel pendant",
    relative: "qui dont où laquelle lequel que qu'",
    adjectives: "",
};

const AR: Tables = Tables {
    past: "قال قالت أكد أكدت أوضح أوضحت أضاف أضافت ذكر ذكرت أفاد أفادت كشف كشفت اعتقل اعتقلت أفرج أفرجت استولى استولت \
           قاد قادت تظاهر تظاهرت استأنف استأنفت توجه توجهت صدر صدرت خسر خسرت وعد وعدت أرجأ أرجأت اقترح اقترحت أجل أجلت \
           ألغى ألغت",
    intransitive: "",
    loose: "قال قالت أكد أكدت أوضح أوضحت أضاف أضافت ذكر ذكرت أفاد أفادت كشف كشفت أعلن أعلنت قرر قررت دعا دعت اتفق اتفقت \
            اتفقوا وافق وافقت تعهد تعهدت رحب رحبت أيد أيدت أجاز أجازت أدان أدانت صوت \
            كان كانت طالب طالبت حدد حددت اختار اختارت وعد وعدت أرجأ أرجأت اقترح اقترحت أجل أجلت ألغى ألغت",
    holding: "وقع وقعت وقعا بدأ بدأت أطلق أطلقت انتهى انتهت اختتم اختتمت عقد عقدت أجرى أجرت شارك شاركت حضر حضرت افتتح افتتحت استأنف استأنفت استضاف استضافت ترأس",
    events: "انتخاب اقتراع استفتاء مؤتمر قمة اجتماع محادثات مفاوضات جلسة جلسات زيارة موعد إضراب مظاهر تظاهر محاكمة جولة \
             انسحاب هدنة",
    modal: "سوف مقرر المقرر مقررة المقررة المزمع مزمع يعتزم تعتزم ينتظر يتوقع متوقع المتوقع المفترض يفترض إذا لو ربما لعل \
            يجب ينبغي يمكن يريد تريد مرتقب المرتقب مرتقبة المرتقبة غداً لن لم إجراء تنظيم التحضير التحضيرات الاستعداد الاستعدادات استعداداً تمهيداً التسجيل للتصويت لقاء",
    future: "سوف ستجرى سيجرى ستجري سيجري ستعقد سيعقد ستنعقد سينعقد سيجتمع ستجتمع سيلتقي ستلتقي سيزور ستزور سيبدأ ستبدأ \
             سينطلق ستنطلق سيتم ستتم سيكون ستكون سيصل ستصل سيغادر ستغادر سيوقع ستوقع سيقام ستقام سيستأنف ستستأنف سيعود \
             ستعود سينتهي ستنتهي سيعلن ستعلن سيصوت سيفتح ستفتح سيتوجه ستتوجه سيشارك ستشارك ستستضيف",
    habit: "كل ذكرى الذكرى سنويا دائما عادة",
    bounds: "أن إن أنه إنه أنها إنها أنهم إنهم بأن لأن الذي التي الذين اللذان اللذين حيث عندما حين لكن إذا لو بعدما قبلما \
             بينما كما",
    relative: "الذي التي الذين اللذان اللذين",
    adjectives: "قتل رفض نشر قصف فرض عقد دخل صوت عين سلم شهد دعا جرى حاصر",
};
