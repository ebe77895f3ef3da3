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
