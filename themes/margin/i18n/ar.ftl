### التواريخ بالكلمات. معنى كل رسالة في en.ftl.

## الأسماء

month-1 = يناير
month-2 = فبراير
month-3 = مارس
month-4 = أبريل
month-5 = مايو
month-6 = يونيو
month-7 = يوليو
month-8 = أغسطس
month-9 = سبتمبر
month-10 = أكتوبر
month-11 = نوفمبر
month-12 = ديسمبر

weekday-1 = الاثنين
weekday-2 = الثلاثاء
weekday-3 = الأربعاء
weekday-4 = الخميس
weekday-5 = الجمعة
weekday-6 = السبت
weekday-7 = الأحد

season-21 = ربيع { $year }
season-22 = صيف { $year }
season-23 = خريف { $year }
season-24 = شتاء { $year }
season-25 = ربيع { $year } (نصف الكرة الشمالي)
season-26 = صيف { $year } (نصف الكرة الشمالي)
season-27 = خريف { $year } (نصف الكرة الشمالي)
season-28 = شتاء { $year } (نصف الكرة الشمالي)
season-29 = ربيع { $year } (نصف الكرة الجنوبي)
season-30 = صيف { $year } (نصف الكرة الجنوبي)
season-31 = خريف { $year } (نصف الكرة الجنوبي)
season-32 = شتاء { $year } (نصف الكرة الجنوبي)
season-33 = الربع الأول من عام { $year }
season-34 = الربع الثاني من عام { $year }
season-35 = الربع الثالث من عام { $year }
season-36 = الربع الرابع من عام { $year }
season-37 = الثلث الأول من عام { $year }
season-38 = الثلث الثاني من عام { $year }
season-39 = الثلث الثالث من عام { $year }
season-40 = النصف الأول من عام { $year }
season-41 = النصف الثاني من عام { $year }

## تواريخ مفردة

day-of-month = { $day }
year-before-christ = { $year } ق.م.
date-year = { $year }
date-month = { $month } { $year }
date-day = { $day } { $month } { $year }
date-day-month = { $day } { $month }
date-in-year = { $dates } { $year }
date-weekday = { $weekday }، { $date }
date-decade = عقد { $year }

date-time = { $date }، الساعة { $time }
time-utc = { $time } بالتوقيت العالمي
time-offset = { $time } بتوقيت UTC{ $offset }

## ما لا يُعرف بدقة

date-approximate = { $part ->
    [year] { $date } (السنة تقريبية)
    [month] { $date } (الشهر تقريبي)
    [day] { $date } (اليوم تقريبي)
    [year-month] { $date } (السنة والشهر تقريبيان)
    [year-day] { $date } (السنة واليوم تقريبيان)
    [month-day] { $date } (الشهر واليوم تقريبيان)
   *[all] { $precision ->
        [year] نحو عام { $date }
       *[other] نحو { $date }
    }
}
date-uncertain = { $part ->
    [year] { $date } (السنة غير مؤكدة)
    [month] { $date } (الشهر غير مؤكد)
    [day] { $date } (اليوم غير مؤكد)
    [year-month] { $date } (السنة والشهر غير مؤكدين)
    [year-day] { $date } (السنة واليوم غير مؤكدين)
    [month-day] { $date } (الشهر واليوم غير مؤكدين)
   *[all] { $date } (غير مؤكد)
}
date-some-day = { $precision ->
    [year] يوم ما في عام { $date }
   *[other] يوم ما في { $date }
}
date-some-month = شهر ما في عام { $date }
date-some-year = { $date } من أحد الأعوام { $years }
date-year-unknown = { $date }، السنة غير معروفة
date-unknown = تاريخ غير معروف
date-estimated = نحو عام { $date } ({ $years })
date-pattern = { $date } ({ $pattern })

## الفترات

span-range = من { $first } إلى { $last }
span-range-short = { $first } – { $last }
span-between = { $precision ->
    [year] عامي { $first } و{ $last }
   *[other] { $first } و{ $last }
}
date-between = بين { $span }
date-since = { $precision ->
    [year] منذ عام { $date }
   *[other] منذ { $date }
}
date-until = { $precision ->
    [year] حتى عام { $date }
   *[other] حتى { $date }
}
date-end-unknown = { $precision ->
    [year] من عام { $date }، والنهاية غير معروفة
   *[other] من { $date }، والنهاية غير معروفة
}
date-beginning-unknown = { date-until }، والبداية غير معروفة
date-or-before = { $date } أو قبل ذلك
date-or-after = { $date } أو بعد ذلك

## القوائم

list-or-middle = { $first } أو { $next }
list-or-last = { $first } أو { $next }
list-and-middle = { $first } و{ $next }
list-and-last = { $first } و{ $next }

## Interface

# Frame of every page
skip = انتقل إلى النص
site-nav = الموقع
languages = اللغات
feed = موجز
hidden-draft = مسودة.
hidden-embargoed = تحت الحظر.
hidden-why = لا تظهر هذه الصفحة إلا لأن المسودات مطلوبة.

# Headings of pages, and names of sections
heading-home = الرئيسية
heading-reports = التقارير
heading-actors = الفاعلون
heading-dates = التواريخ
heading-sources = المصادر
heading-tags = الوسوم
heading-claims = الادعاءات
heading-corrections = التصحيحات
heading-search = البحث
heading-404 = الصفحة غير موجودة
not-found-why = لا شيء على هذا العنوان. ربما نُقلت الصفحة أو سُحبت.
moved = انتقلت هذه الصفحة إلى

# Kinds of page
report = تقرير
actor = فاعل
source = مصدر
tag = وسم
precision-day = يوم
precision-month = شهر
precision-year = سنة

# Punctuation
list-separator = ،
clause-separator = ؛
paragraph-mark = ¶{ $n }
paragraph = الفقرة { $n }
back-to-paragraph = عودة إلى الفقرة { $n }

# The key to marks
key = مفتاح
key-source = مصدر
key-letter = a
key-note = حاشية
key-actor-sample = اسم
key-actor = فاعل
key-date-sample = يوم
key-date = تاريخ

# Sections
about = نبذة
text = النص
contents = المحتويات
notes = الحواشي
evidence = الأدلة
events = الأحداث
timeline = خط الزمن
timeline-as-list = القائمة نفسها نصًّا
timeline-published = النشر
timeline-count = ‎+{ $n }
recent-events = أحدث الأحداث
latest-reports = أحدث التقارير
most-named = الأكثر ذكرًا
kinds-of-actor = أنواع الفاعلين
by-year = حسب السنة
years = السنوات
months = الأشهر
newest-first = الأحدث أولًا
undated = بلا تاريخ
backlinks = صفحات تحيل إليه
related = تقارير ذات صلة
also-names = يذكر أيضًا
also-cites = يستشهد أيضًا بـ
also-tagged = في الموضوع نفسه:
other-reports = تقارير أخرى
no-reports = لا تقارير بعد.
no-dates = لا تواريخ بعد.
all-tags = كل الوسوم
feed-of-reports = موجز التقارير الجديدة
all-reports =
    { $n ->
        [zero] كل التقارير
        [one] التقرير الوحيد
        [two] التقريران
        [few] كل التقارير ({ $n })
        [many] كل التقارير ({ $n })
       *[other] كل التقارير ({ $n })
    }
all-actors =
    { $n ->
        [zero] كل الفاعلين
        [one] الفاعل الوحيد
        [two] الفاعلان
        [few] كل الفاعلين ({ $n })
        [many] كل الفاعلين ({ $n })
       *[other] كل الفاعلين ({ $n })
    }

# Facts of a report
published = نُشر في
updated = حُدّث في
covers = يغطي
n-minutes =
    { $n ->
        [zero] أقل من دقيقة
        [one] دقيقة واحدة
        [two] دقيقتان
        [few] { $n } دقائق
        [many] { $n } دقيقة
       *[other] { $n } دقيقة
    }

# Counts
n-reports =
    { $n ->
        [zero] لا تقارير
        [one] تقرير واحد
        [two] تقريران
        [few] { $n } تقارير
        [many] { $n } تقريرًا
       *[other] { $n } تقرير
    }
n-actors =
    { $n ->
        [zero] لا فاعلين
        [one] فاعل واحد
        [two] فاعلان
        [few] { $n } فاعلين
        [many] { $n } فاعلًا
       *[other] { $n } فاعل
    }
n-sources =
    { $n ->
        [zero] لا مصادر
        [one] مصدر واحد
        [two] مصدران
        [few] { $n } مصادر
        [many] { $n } مصدرًا
       *[other] { $n } مصدر
    }
n-events =
    { $n ->
        [zero] لا أحداث
        [one] حدث واحد
        [two] حدثان
        [few] { $n } أحداث
        [many] { $n } حدثًا
       *[other] { $n } حدث
    }
n-mentions =
    { $n ->
        [zero] لا ذِكر
        [one] ذِكر واحد
        [two] مرّتان
        [few] { $n } مرّات
        [many] { $n } مرّة
       *[other] { $n } مرّة
    }
n-claims =
    { $n ->
        [zero] لا ادعاءات
        [one] ادعاء واحد
        [two] ادعاءان
        [few] { $n } ادعاءات
        [many] { $n } ادعاءً
       *[other] { $n } ادعاء
    }
n-corrections =
    { $n ->
        [zero] لا تصحيحات
        [one] تصحيح واحد
        [two] تصحيحان
        [few] { $n } تصحيحات
        [many] { $n } تصحيحًا
       *[other] { $n } تصحيح
    }
n-tags =
    { $n ->
        [zero] لا وسوم
        [one] وسم واحد
        [two] وسمان
        [few] { $n } وسوم
        [many] { $n } وسمًا
       *[other] { $n } وسم
    }
n-years =
    { $n ->
        [zero] لا سنوات
        [one] سنة واحدة
        [two] سنتان
        [few] { $n } سنوات
        [many] { $n } سنة
       *[other] { $n } سنة
    }
n-entries =
    { $n ->
        [zero] لا مدخلات
        [one] مدخل واحد
        [two] مدخلان
        [few] { $n } مدخلات
        [many] { $n } مدخلًا
       *[other] { $n } مدخل
    }
entries =
    { $n ->
        [zero] مدخلات
        [one] مدخل
        [two] مدخلان
        [few] مدخلات
        [many] مدخلًا
       *[other] مدخل
    }
reports-counted =
    { $n ->
        [zero] تقارير
        [one] تقرير
        [two] تقريران
        [few] تقارير
        [many] تقريرًا
       *[other] تقرير
    }
mentions-counted =
    { $n ->
        [zero] مرّات
        [one] مرّة
        [two] مرّتان
        [few] مرّات
        [many] مرّة
       *[other] مرّة
    }
n-archived =
    { $n ->
        [zero] لا نسخ مؤرشفة
        [one] نسخة مؤرشفة واحدة
        [two] نسختان مؤرشفتان
        [few] { $n } نسخ مؤرشفة
        [many] { $n } نسخة مؤرشفة
       *[other] { $n } نسخة مؤرشفة
    }
n-graded =
    { $n ->
        [zero] لا مصادر مقيّمة
        [one] مصدر مقيّم واحد
        [two] مصدران مقيّمان
        [few] { $n } مصادر مقيّمة
        [many] { $n } مصدرًا مقيّمًا
       *[other] { $n } مصدر مقيّم
    }
n-more =
    { $n ->
        [zero] لا غيرها
        [one] وصفحة أخرى
        [two] وصفحتان أخريان
        [few] و{ $n } صفحات أخرى
        [many] و{ $n } صفحة أخرى
       *[other] و{ $n } صفحة أخرى
    }

# Sources and custody
original = الأصل:
no-original = لا عنوان مسجّل
archived-copy = نسخة مؤرشفة
no-archive = لا نسخة مؤرشفة
stored-hash = بصمة النسخة المحفوظة SHA-256
accessed = اطُّلع عليه في
cited-at = مستشهد به في
copy = نسخ
copied = نُسخ
about-source = عن هذا المصدر
cited-elsewhere =
    { $n ->
        [zero] لا صفحات أخرى
        [one] مستشهد به في صفحة أخرى
        [two] مستشهد به في صفحتين أخريين
        [few] مستشهد به في { $n } صفحات أخرى
        [many] مستشهد به في { $n } صفحة أخرى
       *[other] مستشهد به في { $n } صفحة أخرى
    }
cited-on =
    { $n ->
        [zero] غير مستشهد به
        [one] مستشهد به في صفحة واحدة
        [two] مستشهد به في صفحتين
        [few] مستشهد به في { $n } صفحات
        [many] مستشهد به في { $n } صفحة
       *[other] مستشهد به في { $n } صفحة
    }
at-places =
    { $n ->
        [zero] بلا موضع
        [one] في موضع واحد
        [two] في موضعين
        [few] في { $n } مواضع
        [many] في { $n } موضعًا
       *[other] في { $n } موضع
    }
custody = سلسلة الحفظ
custody-why = يُذكر صراحةً ما لم يُسجَّل. وتتيح البصمة التحقق من أن أي نسخة هي نفسها التي حُفظت.
entry = المدخل
original-label = الأصل
archived-label = النسخة المؤرشفة
accessed-label = تاريخ الاطلاع
language = اللغة
grade = التقييم
none-recorded = غير مسجّل
not-recorded = غير مسجّل
no-stored-copy = لا نسخة محفوظة
stored-copy = النسخة المحفوظة
size-bytes = { $n } بايت
size-kb = { $n } كيلوبايت
size-mb = { $n } ميغابايت
size-gb = { $n } غيغابايت
not-graded = غير مقيّم
no-publisher = لا ناشر مسجّل
cited-by = مواضع الاستشهاد
only-listed = مدرج ضمن المصادر دون أن يُستشهد به في جملة.
locator = الموضع:

# Actors
also = أيضًا:
mentions = مواضع الذكر
mentions-order = في جملها، الأحدث أولًا
named-together = المذكورون معًا
in-same-reports = في التقارير نفسها
roles = المناصب
role = المنصب
role-of = في
role-from = من
role-to = إلى
lasts = مستمر
life-from = من
life-until = حتى
follow = متابعة
feed-of-actor = موجز التقارير التي تذكر هذا الفاعل
kind-person = شخص
kind-government = حكومة
kind-military = قوة نظامية
kind-armed-group = جماعة مسلحة
kind-organization = منظمة
kind-party = حزب
kind-media = وسيلة إعلام
kind-company = شركة
kind-place = مكان
kind-other = آخر
kinds-person = أشخاص
kinds-government = حكومات وهيئات الدولة
kinds-military = قوات مسلحة
kinds-armed-group = جماعات مسلحة
kinds-organization = منظمات
kinds-party = أحزاب
kinds-media = وسائل إعلام
kinds-company = شركات
kinds-place = أماكن
kinds-other = آخرون

# Claims and quotations
claim = الادعاء
claimed-by = القائل
claim-status = الحالة
claims-by-actor = الادعاءات بحسب القائل
all-claims = كل الادعاءات
quotations = الاقتباسات
in-the-text = في النص
claim-confirmed = مؤكد
claim-corroborated = معزَّز بأكثر من مصدر
claim-single-source = مصدر واحد
claim-disputed = متنازع عليه
claim-refuted = مدحوض
claim-unverified = لم يُتحقَّق منه
claim-unstated = الحالة غير مذكورة
claims-counted =
    { $n ->
        [few] ادعاءات
       *[other] ادعاء
    }

# How a report is cited, and its data
heading-cite = الاستشهاد بهذا التقرير
data = البيانات
data-what = الفاعلون والتواريخ والادعاءات والمصادر والاقتباسات في هذا التقرير، بصيغة JSON.

# Corrections, and what was withdrawn
corrected = مُصحَّح
corrected-on = صُحّح في
correction-of = تصحيح: { $title }
all-corrections = كل التصحيحات
feed-of-corrections = موجز التصحيحات
withdrawn = مسحوب
withdrawn-report = سُحب هذا التقرير.
withdrawn-actor = سُحبت صفحة هذا الفاعل.
withdrawn-source = سُحب هذا المصدر.
withdrawn-page = سُحبت هذه الصفحة.
withdrawn-no-reason = لم يُذكر السبب.
withdrawn-why = لم يعد ما كان هنا منشورًا. ويبقى هذا الإشعار ليعرف من يتبع رابطًا قديمًا، أو من اقتبس منه، ما آل إليه.

# Dates
other-dates = تواريخ أخرى
on-this-date = في هذا التاريخ
may-include-it = قد يشمله
may-include = قد يشمله
within = ضمن مدة تشمله
reports-published = تقارير منشورة
n-may-include =
    { $n ->
        [zero] لا شيء محتمل
        [one] واحد محتمل
        [two] اثنان محتملان
        [few] { $n } محتملة
        [many] { $n } محتملًا
       *[other] { $n } محتمل
    }
n-ranges =
    { $n ->
        [zero] لا مدد تشمله
        [one] مدة واحدة تشمله
        [two] مدتان تشملانه
        [few] { $n } مدد تشمله
        [many] { $n } مدة تشمله
       *[other] { $n } مدة تشمله
    }
n-published =
    { $n ->
        [zero] لا تقارير منشورة
        [one] تقرير منشور واحد
        [two] تقريران منشوران
        [few] { $n } تقارير منشورة
        [many] { $n } تقريرًا منشورًا
       *[other] { $n } تقرير منشور
    }
more-ranges =
    { $n ->
        [zero] لا مدد أخرى
        [one] مدة أخرى في صفحة السنة
        [two] مدتان أخريان في صفحة السنة
        [few] { $n } مدد أخرى في صفحة السنة
        [many] { $n } مدة أخرى في صفحة السنة
       *[other] { $n } مدة أخرى في صفحة السنة
    }

# Paging
pages = الصفحات
page-of = الصفحة { $n } من { $pages }
previous-page = الصفحة السابقة
next-page = الصفحة التالية

# Search
search-all = كل التقارير والفاعلين والتواريخ والمصادر
search-button = ابحث
search-how = الصفحات التي ترد فيها كل هذه الكلمات، ويكفي من آخر كلمة أولها.
search-no-script = يحتاج البحث إلى برنامج نصي. ومن دونه تقود هذه القوائم إلى كل ما في هذا الموقع:
search-chosen = ما اختير
search-narrow = ضيّق النتائج
search-kind = النوع
search-page = صفحة
search-pages = صفحات أخرى
search-date = تاريخ
search-earlier = سنوات أخرى
search-more = مزيد من النتائج
# $filter: what the results are narrowed to, "2019".
search-remove = أزل { $filter }
search-empty = اكتبوا أعلاه، أو اختاروا نوعًا أو سنة أو لغة لعرض صفحاتها.
search-short = لا يُبحث إلا عن كلمة من حرفين فأكثر أو عن رقم؛ أما العلامات وحدها فلا يُبحث عنها.
search-none = ليست هناك صفحة ترد فيها كل هذه الكلمات. كلمات أقل تجد أكثر، وكذلك أول الكلمة الأخيرة؛ وقد يُكتب الاسم بطريقة أخرى أو بحروف لغة أخرى.
search-failed = تعذّر تحميل فهرس هذا الموقع، فلا يمكن البحث الآن. تحققوا من الاتصال ثم أعيدوا المحاولة.
search-file = يعمل البحث حين يقدّم الموقعَ خادمُ ويب؛ أما من ملف فلا يسمح المتصفح للصفحة بقراءة فهرسها.
n-results =
    { $n ->
        [zero] لا نتائج
        [one] نتيجة واحدة
        [two] نتيجتان
        [few] { $n } نتائج
        [many] { $n } نتيجة
       *[other] { $n } نتيجة
    }

# Types of source: those of CSL, and six of our own
type-article = مقال
type-article-journal = مقال علمي
type-article-magazine = مقال في مجلة
type-article-newspaper = مقال صحفي
type-bill = مشروع قانون
type-book = كتاب
type-broadcast = بث
type-chapter = فصل
type-classic = أثر كلاسيكي
type-collection = مجموعة
type-dataset = مجموعة بيانات
type-document = وثيقة
type-entry = مدخل
type-entry-dictionary = مدخل قاموس
type-entry-encyclopedia = مدخل موسوعة
type-event = حدث
type-figure = شكل
type-graphic = صورة
type-hearing = جلسة استماع
type-interview = مقابلة
type-legal_case = قضية
type-legislation = تشريع
type-manuscript = مخطوطة
type-map = خريطة
type-motion_picture = فيلم
type-musical_score = نوتة موسيقية
type-pamphlet = كتيّب
type-paper-conference = ورقة مؤتمر
type-patent = براءة اختراع
type-performance = عرض
type-periodical = دورية
type-personal_communication = مراسلة شخصية
type-post = منشور
type-post-weblog = تدوينة
type-regulation = لائحة
type-report = تقرير
type-review = مراجعة
type-review-book = مراجعة كتاب
type-software = برنامج
type-song = أغنية
type-speech = خطاب
type-standard = معيار
type-thesis = رسالة جامعية
type-treaty = معاهدة
type-webpage = صفحة ويب
type-statement = بيان
type-resolution = قرار
type-agreement = اتفاق
type-photo = صورة فوتوغرافية
type-video = فيديو
type-testimony = شهادة

# In the margin, where the same place of a source is cited again. $place: "¶2", a link.
as-at = كما في { $place }.
# The same with another place of it, or none: $where ("p. 3"). $source: its title; $place: "¶2", a link.
cited-again = { $source }، المذكور كاملًا في { $place }
cited-again-place = { $source }، المذكور كاملًا في { $place }؛ { $where }

## Words within texts, which the pipeline fills in

source-n = المصدر { $n }
note-n = الحاشية { $n }
claim-n = الادعاء { $n }: { $status }

# Places in a source, by CSL’s labels
locator-appendix = الملحق { $value }
locator-article-locator = المادة { $value }
locator-book = الكتاب { $value }
locator-chapter = الفصل { $value }
locator-column = العمود { $value }
locator-figure = الشكل { $value }
locator-folio = الورقة { $value }
locator-issue = العدد { $value }
locator-line = السطر { $value }
locator-note = الحاشية { $value }
locator-page = ص { $value }
locator-paragraph = الفقرة { $value }
locator-part = الجزء { $value }
locator-rule = القاعدة { $value }
locator-section = القسم { $value }
locator-sub-verbo = مادة { $value }
locator-supplement = الملحق الإضافي { $value }
locator-table = الجدول { $value }
locator-timestamp = عند { $value }
locator-verse = البيت { $value }
locator-volume = المجلد { $value }

# Callouts
callout-note = ملاحظة
callout-tip = نصيحة
callout-important = مهم
callout-warning = تحذير
callout-caution = تنبيه

# The bar of a redaction; the reason is the author's.
redacted = محجوب
redacted-because = محجوب: { $reason }

# Admiralty grades: the source, and the information
grade-a = موثوق تمامًا
grade-b = موثوق عادةً
grade-c = موثوق إلى حدّ ما
grade-d = غير موثوق عادةً
grade-e = غير موثوق
grade-f = لا يمكن الحكم على موثوقيته
grade-1 = مؤكَّد من مصادر أخرى
grade-2 = صحيح على الأرجح
grade-3 = ربما صحيح
grade-4 = مشكوك فيه
grade-5 = غير مرجَّح
grade-6 = لا يمكن الحكم على صحته
