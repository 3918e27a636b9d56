# Readout-ის სიტყვები. ნებისმიერ დავაში ნეიტრალური: იხ. docs/names.md.

in-language = { $language }
as-of = { $date }-ის მდგომარეობით:
sources = წყაროები
reported-on = ცნობის თარიღი: { $date }
event-on = { $date }
undated = თარიღი უცნობია

story-number = { $number }.
story-span = პირველი ცნობა { $first }, ბოლო ცნობა { $last }
balance-country = { $country } { $origins }
balance-state = { $state } სახელმწიფო
balance-articles = { $count } სტატია
unlabelled = ქვეყანა მითითებული არ არის
sides-differ = რას ამბობენ მხარეები:
only-through-others = ცნობილია მხოლოდ სხვა ქვეყნების მედიიდან
corrected = ამ ამბის ერთი გვერდი წაკითხვის შემდეგ შეიცვალა ან წაიშალა.

newest-age = { $days ->
    [0] უახლესი: დღეს.
    [1] უახლესი: გუშინ.
   *[other] უახლესი { $days } დღისაა { $asOf }-ის მდგომარეობით.
  }
coming-on = გამოცხადებულია, { $date }:
read-as = გაგებულია როგორც: { $name }.
button-story = ამბავი { $number }
button-timeline = ქრონოლოგია
button-positions = პოზიციები
button-cite = წყაროებით კოპირება
button-topics = თემები
button-latest = ახალი
nothing-found = „{ $question }“ – ვერაფერი მოიძებნა: გადავხედე { $asOf }-მდე წაკითხულ { $searched } სტატიას.
not-covered = „{ $question }“ ჩემი წყაროების თემა არ არის: ვკითხულობ სომხეთის, აზერბაიჯანის, საქართველოსა და მათ გარშემო ძალების დიპლომატიის შესახებ.
sources-down = წყაროების წაკითხვა ვერ მოხერხდა. ბოლო წარმატებული წაკითხვა: { $lastRead }.
nothing-read = ჯერ არაფერი წამიკითხავს.
nothing-read-next = შემდეგი ნაბიჯი: დაამატეთ წყარო ({ $add }) ან სცადეთ ნიმუში ({ $demo }).
nearest = წაკითხულში უახლოესი, { $date }:
question-missing = რისი გაგება გსურთ? მაგალითად: რა სიახლეა სამშვიდობო ხელშეკრულებაზე
never = არასოდეს

digest-title = მიმოხილვა, { $date }
digest-read-until = წაკითხულია { $time }-მდე
digest-quiet = მშვიდი დღე: { $time }-მდე წაკითხულ { $sources } წყაროში ახალი არაფერია.
digest-also = ასევე
digest-coming-up = მოსალოდნელია
digest-foot = წაკითხულია { $all } წყაროდან { $read }
digest-corrected = შესწორდა თქვენი ბოლო გამოშვების შემდეგ
digest-not-read = ვერ წავიკითხე: { $names }
digest-one-sided = ჯერჯერობით მხოლოდ ერთ ქვეყანაში იუწყებიან: { $country }
digest-new = ახალი
not-seen = არ ჩანს ჩემს წაკითხულ { $count } წყაროში ({ $country })

topics-title = დღევანდელი თემები
topics-none = ბოლო 24 საათში თემებზე სიახლე არ არის.
topic-line = { $topic }: { $count } ამბავი
latest-title = ახალი
story-unknown = { $story } ამბავი არ არსებობს. ამბის ნომერი ასეთია: s12; უბრალო რიცხვი ბოლო სიის ადგილია.
timeline-title = ქრონოლოგია: { $subject }
positions-title = პოზიციები: { $subject }
positions-other = სხვა ხმები:
positions-silent = { $country }: წაკითხულში ოფიციალური განცხადება არ არის.

check-ask = გამომიგზავნეთ ბმული ან ტექსტი: გეტყვით, რა არის ცნობილი ამის შესახებ.
check-title = რა არის ცნობილი ამის შესახებ
check-earliest = ყველაზე ადრეული წაკითხული ცნობა: { $outlet }, { $when }
check-reports = სულ { $count } ცნობა, აქედან { $copies } ასლი.
check-unknown = { $asOf }-მდე წაკითხულში ამის შესახებ ვერაფერი ვიპოვე.
command-check = რა არის ცნობილი ბმულის ან ტექსტის შესახებ

about-title = Readout-ის შესახებ
about-balance = ამბის ქვეშ მოცემული ბალანსი ითვლის პირველწყაროებს გამოცემის ქვეყნის მიხედვით: ერთი ტექსტის გადაბეჭდვები ერთხელ ითვლება. დაუდასტურებელი ქვეყნის წყაროები ცალკე ითვლება.
about-sources = წყაროები: { $total } ({ $countries })
about-read = წაკითხულია { $when }-მდე: { $articles } სტატია, აქედან { $relevant } რეგიონის დიპლომატიაზე.
about-questions = კითხვები არ ინახება: თემა ათი წუთით რჩება მეხსიერებაში დამაზუსტებელი კითხვებისთვის. „forget me“ შლის თქვენ შესახებ შენახულს.
command-about = როგორ ირჩევა ამბები, რა ითვლება, რომელი წყაროები იკითხება

calendar-title = გამოცხადებულია
calendar-none = წაკითხულში უახლოესი დღეებისთვის არაფერია გამოცხადებული.
calendar-both = გამოაცხადეს რამდენიმე ქვეყნის გამოცემებმა: { $countries }
calendar-one-side = გამოაცხადეს მხოლოდ ერთი მხარის გამოცემებმა: { $countries }
calendar-moved = უფრო გვიანდელი ცნობა გადადებაზე საუბრობს
command-calendar = გამოცხადებული შეხვედრები, კენჭისყრები და ვადები
choose-timeline = რისი ქრონოლოგია? აირჩიეთ თემა ან დაწერეთ თქვენი სიტყვებით.
choose-positions = რაზე პოზიციები? აირჩიეთ თემა ან დაწერეთ თქვენი სიტყვებით.
choose-follow = რას მივადევნო თვალი? აირჩიეთ თემა ან დაწერეთ მისი სახელი.
choose-story = რომელი ამბავი? აირჩიეთ ან დაწერეთ ნომერი.

picture-alt = { $title }, { $period }: { $articles } სტატია, { $developments } მოვლენა
picture-unit = { $per ->
    [day] სტატიები დღეში
    [week] სტატიები კვირაში
   *[month] სტატიები თვეში
  } გამოცემის ქვეყნის მიხედვით
picture-other = სხვა

cite-title = წყაროებით

sources-none = წყაროები ჯერ არ არის.
sources-total = { $total } წყარო, { $active } აქტიური, { $failing } შეცდომით
source-line = { $number }. { $name } · { $labels } · { $state }
source-never = ჯერ არ წამიკითხავს
source-fine = ბოლო წაკითხვა { $when }
source-failing = { $error }
source-added = დაემატა: { $name } ({ $kind }), ახლა { $count } მასალა.
source-exists = უკვე არის: { $number }. { $name }.
source-removed = წაიშალა: { $name }. მისგან წაკითხული რჩება.
source-paused = შეჩერდა: { $name }.
source-resumed = კვლავ იკითხება: { $name }.
source-unknown = „{ $words }“ – ასეთი წყარო არ არის.
source-several = „{ $words }“ რამდენიმე წყაროს ემთხვევა: { $names }.
source-found = ნაპოვნია: { $kind } „{ $title }“, { $url }.
source-sample = { $date } · { $title }
source-confirm = დაამატეთ --yes-ით ან მიუთითეთ: --country --language --ownership --zone.
source-nothing = მისამართზე { $url } წასაკითხი ვერაფერი ვიპოვე: { $reason }

help-line = Readout თვალს ადევნებს სომხეთის, აზერბაიჯანისა და საქართველოს დიპლომატიას: მიმოხილვები და პასუხები, ყველა წინადადება თავისი წყაროთი.
help-commands = ბრძანებები
about-methods = ამბები ირჩევა მათ შესახებ მომუწყებელი პირველწყაროებისა და მხარეების რაოდენობით, ოფიციალური განცხადებებითა და სიახლით. ენობრივი მოდელი არ გამოიყენება.
sample-notice = ნიმუში
not-allowed = „{ $command }“ მხოლოდ ამ ბოტის ადმინებისთვისაა.

command-ask = პასუხობს კითხვას წყაროებით
command-latest = თემაზე უახლესი მოვლენები, ჯერ ახალი
command-timeline = თემის მოვლენები თარიღებით
command-positions = თითოეული მხარის ბოლო განცხადება
command-topics = თემები დღევანდელი რაოდენობით
command-story = ამბავი მთლიანად, ნომრით
command-cite = უბრალო ტექსტი სქოლიოებით წერილისთვის
command-digest = ბოლო 24 საათის, კვირის ან ერთი დღის მიმოხილვა
command-sources = რა იკითხება: ქვეყანა და მფლობელი
command-addsource = ამატებს ფიდს, საიტს, საიტის რუკას ან არხს
command-pausesource = დროებით წყვეტს წყაროს კითხვას
command-resumesource = კვლავ კითხულობს წყაროს
command-removesource = შლის წყაროს; წაკითხული რჩება
