/**
 * Dashboards, panels and buttons in English, by their Indonesian words. Insights and flows have one name for everybody, so
 * readers of English get theirs when they read; what an administrator worded anew is nobody's but theirs.
 */
export const englishWords: Readonly<Record<string, string>> = {
  'Monev wilayah': 'Monev by branch',
  'Capaian saya': 'My figures',
  'Target dan realisasi, kerja lapangan, dan kader.': 'Target and realisation, work in the field, and kader.',
  'Kantor cabang berdampingan: target, tunggakan, imbal jasa, dan kader.':
    'Branches side by side: target, arrears, imbal jasa, and kader.',
  'Penerimaan, kontak, dan janji binaan saya.': 'Payments, contacts, and promises of my families.',

  'Realisasi terhadap target': 'Realised against target',
  'Penerimaan dalam pembukuan setiap bulan, dibandingkan dengan target. Klik angka atau baris untuk melihat rinciannya.':
    'What the books of each month hold, against the target. Click a figure or a row to see what is behind it.',
  'Peringkat kader': 'Ranking of kader',
  'Capaian setiap kader terhadap targetnya sendiri; KK pada akhir rentang, tunggakan menurut data terakhir.':
    'Each kader against their own target; families at the end of the span, arrears as last known.',
  'Penerimaan dari bulan ke bulan': 'Collection month by month',
  'Penerimaan dalam pembukuan setiap bulan, targetnya, dan bulan yang sama tahun lalu.':
    'What the books of each month hold, its target, and the same month a year earlier.',
  'Dari daftar sampai membayar': 'From the list to the payment',
  'Keluarga berbeda: di daftar, dihubungi, berjanji, membayar.':
    'Distinct families: on the list, contacted, promising, paying.',
  'Keluarga dihubungi per hari': 'Families contacted a day',
  'Keluarga berbeda per hari, menurut cara menghubungi.': 'Distinct families a day, by channel.',
  'Tanpa penerimaan': 'Months of nothing',
  'Bulan tertutup tanpa penerimaan. Kader adalah mitra: keputusan diambil orang, setelah kader menjawab.':
    'Closed months without collection. Kader are partners: people decide, after the kader has answered.',
  'Umur tunggakan': 'Arrears by age',
  'Keluarga dan rupiah menurut bulan menunggak, dengan perubahan sejak akhir bulan sebelumnya.':
    'Families and rupiah by months owed, with the change since the end of the month before.',
  'Janji bayar': 'Promises',
  'Janji yang jatuh pada bulan itu: ditepati, lewat, masih ditunggu.':
    'Promises whose day lies in the month: kept, not kept, still waiting.',
  'Tunggakan yang tertagih': 'Arrears recovered',
  'Penerimaan dibandingkan dengan bagian tunggakan yang hendak ditagih, menurut angka tunggakan yang diterbitkan.':
    'Collection against the share of arrears to be recovered, by the published arrears.',
  'Keluarga dikunjungi': 'Families visited',
  'Keluarga berbeda yang dikunjungi, bukan banyaknya kunjungan.': 'Distinct families visited, not visits.',
  'Imbal jasa terhadap penerimaan': 'Cost of collection',
  'Imbal jasa dari setiap rupiah yang diterima.': 'Imbal jasa of every rupiah collected.',
  'Jumlah kader': 'Workforce',
  'Kader yang bermitra, yang bergabung, dan yang berakhir dengan alasannya.':
    'Kader in partnership, who joined, and who left with the reason.',
  'Kader yang bermitra, yang bergabung, dan yang berakhir.': 'Kader in partnership, who joined, and who left.',
  'Cakupan desa': 'Coverage of desa',
  'Desa dengan dan tanpa kader, keluarga yang belum dipegang, dan kader yang terlalu banyak memegang.':
    'Desa with and without a kader, families held by nobody, and kader who hold too many.',
  'Yang menunggu jawaban': 'Open matters',
  'Peninjauan, peringatan, sanggahan, dan pengaduan yang terbuka, tanpa nama.':
    'Open reviews, warnings, disputes and complaints, without names.',
  'Perlu dilihat lebih dulu': 'Early signs',
  'Tanda-tanda menurut kebijakan cabang, dengan alasannya. Bukan putusan: tanyakan dulu.':
    'Signs by the policy of the branch, with their reasons. Not a verdict: ask first.',

  'Realisasi menurut kantor cabang': 'Realised by branch',
  'Penerimaan dalam pembukuan, dibandingkan dengan target setiap cabang.':
    'What the books hold, against the target of each branch.',
  'Keluarga dikunjungi menurut kantor cabang': 'Families visited by branch',
  'Keluarga berbeda yang dikunjungi kader setiap cabang.': 'Distinct families that the kader of each branch visited.',
  'Semua cabang bersama; pilih satu cabang untuk melihatnya sendiri.':
    'All branches together; choose one to see it by itself.',
  'Imbal jasa menurut kantor cabang': 'Imbal jasa by branch',
  'Keluarga dan rupiah menurut bulan menunggak.': 'Families and rupiah by months owed.',

  'Penerimaan binaan saya dibandingkan dengan target.': 'What my families paid, against the target.',
  'Dari bulan ke bulan': 'Month by month',
  'Penerimaan binaan saya setiap bulan, targetnya, dan tahun lalu.':
    'What my families paid each month, its target, and last year.',
  'Janji binaan saya: ditepati, lewat, masih ditunggu.': 'Promises of my families: kept, not kept, still waiting.',
  'Tunggakan binaan saya': 'Arrears of my families',
  'Imbal jasa saya': 'My imbal jasa',
  'Imbal jasa setiap bulan, dan berapa bagian dari yang diterima.':
    'Imbal jasa of each month, and its share of what was collected.',
  'Bulan tanpa penerimaan': 'Months without collection',
  'Bulan tertutup saya.': 'My closed months.',

  'Tutup bulan': 'Close the month',
  'Buat Laporan Monev': 'Make the monev report',
};
