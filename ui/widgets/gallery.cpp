// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/gallery.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QRadioButton>
#include <QSpinBox>
#include <QTabBar>
#include <QVBoxLayout>

#include "ui/widgets/banner.h"
#include "ui/widgets/bar_histogram.h"
#include "ui/widgets/big_number.h"
#include "ui/widgets/card.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/choice_card.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/fact_row.h"
#include "ui/widgets/filter_chip.h"
#include "ui/widgets/fold.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/initial.h"
#include "ui/widgets/issue_row.h"
#include "ui/widgets/line_chart.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/phone_view.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/spinner.h"
#include "ui/widgets/step_list.h"
#include "ui/widgets/surface.h"

namespace heliograph::ui {
namespace {

/// A row of widgets, left to right.
QHBoxLayout* rowWith(std::initializer_list<QWidget*> widgets) {
  auto* row = new QHBoxLayout;
  row->setSpacing(size::Small);
  for (QWidget* widget : widgets) row->addWidget(widget);
  row->addStretch(1);
  return row;
}

template <class Widget>
Widget* disabled(Widget* widget) {
  widget->setEnabled(false);
  return widget;
}

void addButtons(QVBoxLayout* column) {
  auto* withMenuSign = new Button(QStringLiteral("Single message"));
  withMenuSign->setTrailingIcon(Icon::ChevronDown);
  auto* next = new Button(QStringLiteral("When"), ButtonRole::Primary);
  next->setTrailingIcon(Icon::ArrowRight);
  auto* small = new Button(QStringLiteral("Send test"));
  small->setSmall(true);
  auto* big = new Button(QStringLiteral("Publish to 41,203 people…"), ButtonRole::Primary, Icon::Send);
  big->setBig(true);
  big->setBlockedBecause(QStringLiteral("One check blocks publishing."));
  column->addLayout(
      rowWith({next, new Button(QStringLiteral("New campaign"), ButtonRole::Primary, Icon::Plus),
               new Button(QStringLiteral("Preview && test"), ButtonRole::Plain, Icon::Phone), withMenuSign, small,
               new Button(QStringLiteral("Back"), ButtonRole::Quiet, Icon::ArrowLeft)}));
  column->addLayout(rowWith({big, disabled(new Button(QStringLiteral("Clone"), ButtonRole::Plain, Icon::Copy)),
                             new Button(QStringLiteral("Delete campaign"), ButtonRole::Danger),
                             new LinkButton(QStringLiteral("Add a fallback")),
                             new LinkButton(QStringLiteral("Show them"), LinkButton::Weight::Quiet)}));
  auto* personalise = new IconButton(Icon::At, QStringLiteral("Personalise"));
  personalise->setCaption(QStringLiteral("Personalise"));
  column->addLayout(rowWith({personalise, new IconButton(Icon::Smile, QStringLiteral("Emoji")),
                             new IconButton(Icon::Undo, QStringLiteral("Undo")),
                             disabled(new IconButton(Icon::Redo, QStringLiteral("Redo"))),
                             new IconButton(Icon::Dots, QStringLiteral("More"))}));
}

void addChips(QVBoxLayout* column) {
  auto* healthy = new Chip(QStringLiteral("Healthy"), Tone::Fine);
  healthy->setIcon(Icon::Check);
  column->addLayout(rowWith({new Chip(QStringLiteral("Draft")), new Chip(QStringLiteral("Sending"), Tone::Accent),
                             new Chip(QStringLiteral("Scheduled"), Tone::Fine),
                             new Chip(QStringLiteral("Needs you"), Tone::Attention),
                             new Chip(QStringLiteral("Failed"), Tone::Problem), healthy,
                             new Pill(QStringLiteral("City")), new Pill(QStringLiteral("30 days")),
                             new Initial(QStringLiteral("Ananya")), new Initial(QStringLiteral("प्रिया"))}));
  auto* all = new FilterChip(QStringLiteral("All"));
  all->setCount(24);
  all->setChecked(true);
  auto* drafts = new FilterChip(QStringLiteral("Drafts"));
  drafts->setCount(5);
  auto* choice = new SegmentedChoice;
  choice->addChoice(0, QStringLiteral("SMS"));
  choice->addChoice(1, QStringLiteral("Segment export"));
  choice->setCurrent(0);
  auto* spinner = new Spinner;
  spinner->setRunning(true);
  column->addLayout(rowWith({all, drafts, choice, spinner}));
}

void addFields(QVBoxLayout* column) {
  auto* line = new QLineEdit(QStringLiteral("Black Friday reminder"));
  line->setObjectName(QStringLiteral("galleryFocusedField"));
  line->setMinimumWidth(170);
  auto* search = new SearchField(QStringLiteral("Search campaigns"));
  search->setShortcutHint(QStringLiteral("Ctrl K"));
  search->setMinimumWidth(215);
  column->addLayout(rowWith({line, search, disabled(new QLineEdit(QStringLiteral("Not here"))),
                             disabled(new QCheckBox(QStringLiteral("Disabled")))}));
  auto* combo = new QComboBox;
  combo->addItems({QStringLiteral("Each person's zone"), QStringLiteral("Asia/Kolkata")});
  auto* date = new QDateEdit(QDate(2026, 11, 26));
  date->setCalendarPopup(true);
  date->setDisplayFormat(QStringLiteral("ddd d MMM yyyy"));
  auto* check = new QCheckBox(QStringLiteral("Seen and fine"));
  check->setChecked(true);
  auto* radio = new QRadioButton(QStringLiteral("Once"));
  radio->setChecked(true);
  column->addLayout(rowWith({combo, date, new QSpinBox, check, new QCheckBox(QStringLiteral("Not seen")), radio}));
  auto* tabs = new QTabBar;
  for (const auto& name : {QStringLiteral("Saved segments"), QStringLiteral("Lists"), QStringLiteral("New rules")})
    tabs->addTab(name);
  tabs->setCurrentIndex(2);
  tabs->setExpanding(false);
  column->addWidget(tabs);
}

void addCards(QVBoxLayout* column) {
  auto* pick = new ChoiceCard(QStringLiteral("People I pick"),
                              QStringLiteral("By what they did, who they are, or a list. Sent at times you choose."));
  pick->setChecked(true);
  auto* act = new ChoiceCard(QStringLiteral("People as they act"),
                             QStringLiteral("Right after an event. No events arrive yet: connect a source."));
  act->setEnabled(false);
  auto* pair = new QHBoxLayout;
  pair->setSpacing(size::Medium);
  pair->addWidget(pick);
  pair->addWidget(act);
  column->addLayout(pair);

  auto* blocks = new IssueRow(
      Tone::Problem,
      QStringLiteral("<b>Nova UK was never tested.</b> It takes over for 6,120 people if the first provider fails."));
  blocks->addAction(QStringLiteral("Send a test"));
  auto* looks = new IssueRow(
      Tone::Attention, QStringLiteral("1,902 people have no <b>Favourite category</b>: they read “30 % off ’s best”."));
  looks->addAction(QStringLiteral("Add a fallback"));
  looks->addAction(QStringLiteral("Show them"));
  auto* seen = new IssueRow(Tone::Attention, QStringLiteral("38 % got a similar text within 24 hours."));
  seen->setAcknowledgeable(true);
  column->addWidget(blocks);
  column->addWidget(looks);
  column->addWidget(seen);

  auto* sending = new Banner(Tone::Accent);
  sending->setMessage(Icon::None, QStringLiteral("<b>Sending 9.8 a second</b>"));
  auto* bar = new QProgressBar;
  bar->setRange(0, 41203);
  bar->setValue(25640);
  bar->setTextVisible(false);
  sending->addWidget(bar, 1);
  sending->addWidget(new Label(QStringLiteral("25,640 of 41,203 · 26 min left")));
  auto* pause = new Button(QStringLiteral("Pause"), ButtonRole::Plain, Icon::Pause);
  pause->setSmall(true);
  sending->addWidget(pause);
  column->addWidget(sending);
  auto* fold = new Fold(QStringLiteral("Advanced"),
                        QStringLiteral("Quiet hours 21:00-09:00, delay · at most 3 texts in 7 days"));
  column->addWidget(fold);
  column->addWidget(
      new ElidedLabel(QStringLiteral("A long line that does not fit ends in a mark and is shown whole in its tooltip, "
                                     "wherever it stands in the window and however long it is"),
                      TypeRole::Hint, Ink::Text3));
}

QWidget* makeFigures() {
  auto* card = new Card;
  auto* reach = new BigNumber(QStringLiteral("Will receive"));
  reach->setNumber(41203);
  reach->setNote(QStringLiteral("counted in 38 ms · of 128,440"));
  auto* stale = new BigNumber(QStringLiteral("Accepted"), false);
  stale->setNumber(25402);
  stale->setCounting(true);
  card->body()->addWidget(reach);
  card->body()->addWidget(stale);
  auto* qualify = new FactRow(QStringLiteral("Qualify"), QStringLiteral("44,918"));
  qualify->setStrong(true);
  auto* none = new FactRow(QStringLiteral("no number"), QStringLiteral("− 1,204"));
  none->setIndented(true);
  none->setActivatable(QStringLiteral("Show these people"));
  auto* uncovered = new FactRow(QStringLiteral("no provider covers FR"), QStringLiteral("− 312"));
  uncovered->setIndented(true);
  uncovered->setTone(Tone::Attention);
  for (auto* row : {qualify, none, uncovered}) card->body()->addWidget(row);
  auto* parts = new BarHistogram;
  parts->setBars({{QStringLiteral("1 part"), 41102, Tone::Accent}, {QStringLiteral("2 parts"), 101, Tone::Attention}});
  card->body()->addWidget(parts);
  auto* chart = new LineChart;
  const qint64 start = QDateTime(QDate(2026, 11, 26), QTime(18, 0)).toMSecsSinceEpoch();
  LineChart::Line accepted{QStringLiteral("accepted"), 0, {}};
  LineChart::Line delivered{QStringLiteral("delivered"), 1, {}};
  for (int minute = 0; minute <= 40; minute += 8) {
    accepted.points.emplace_back(start + minute * 60'000, minute * 760.0);
    delivered.points.emplace_back(start + minute * 60'000, minute * 690.0);
  }
  chart->setLines({accepted, delivered});
  chart->setForecast(start + 65 * 60'000, 40000);
  chart->setFixedHeight(200);
  card->body()->addWidget(chart);
  return card;
}

QWidget* makeRail() {
  auto* rail = new Surface(Qt::RightEdge);
  auto* column = new QVBoxLayout(rail);
  column->setContentsMargins(0, 0, 0, 0);
  auto* steps = new StepList;
  steps->setSteps({QStringLiteral("Start"), QStringLiteral("Who"), QStringLiteral("What"), QStringLiteral("When"),
                   QStringLiteral("Publish")});
  steps->setMark(0, StepMark::Fine);
  steps->setSubtitle(0, QStringLiteral("SMS · Marketing"));
  steps->setMark(1, StepMark::Incomplete);
  steps->setSubtitle(1, QStringLiteral("41,203 will receive"));
  steps->setMark(2, StepMark::Problem);
  steps->setSubtitle(2, QStringLiteral("1 problem"));
  steps->setCurrent(2);
  column->addWidget(steps);
  return rail;
}

QWidget* makePhonePane() {
  auto* pane = new Surface(Qt::LeftEdge);
  pane->setFixedWidth(size::SidePane - size::Wide - size::Large);
  auto* column = new QVBoxLayout(pane);
  column->setContentsMargins(20, 20, 20, 20);
  auto* phone = new PhoneView;
  phone->setPerson(QStringLiteral("प्रिया शर्मा"), 118, 41203);
  phone->setSender(QStringLiteral("NOVAMART"));
  phone->setTexts({QStringLiteral("Hi प्रिया, 48 hours before everyone else: 30 % off Shoes’s best. Code GOLD4ALL, "
                                  "until Sunday. nova.mt/bf See you in Pune"),
                   QStringLiteral("مرحبا بك في متجرنا، خصم 30٪ حتى يوم الأحد 😀")});
  phone->setMeasure(QStringLiteral("2 parts · Unicode · 116 of 134"));
  column->addWidget(phone, 1);
  column->addWidget(makeFigures());
  return pane;
}

}  // namespace

Gallery::Gallery(QWidget* parent) : QScrollArea(parent) {
  setFrameShape(QFrame::NoFrame);
  setWidgetResizable(true);
  auto* page = new QWidget;
  auto* row = new QHBoxLayout(page);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  row->addWidget(makeRail());
  auto* middle = new QVBoxLayout;
  middle->setContentsMargins(size::PageX, size::PageY, size::PageX, size::PageY);
  middle->setSpacing(size::Medium);
  auto* head = new PageHeader(QStringLiteral("Gallery"), QStringLiteral("Every control in its states."));
  head->addAction(new Button(QStringLiteral("Import contacts"), ButtonRole::Plain, Icon::FileText));
  middle->addWidget(head);
  addButtons(middle);
  addChips(middle);
  addFields(middle);
  addCards(middle);
  auto* empty = new EmptyState(
      Icon::Users, QStringLiteral("Nobody here yet"),
      QStringLiteral("Import a spreadsheet with names and numbers, or look around in the sample workspace."));
  empty->addAction(QStringLiteral("Import a spreadsheet"), Icon::Upload);
  empty->addAction(QStringLiteral("Open the sample workspace"));
  middle->addWidget(empty, 1);
  row->addLayout(middle, 1);
  row->addWidget(makePhonePane());
  setWidget(page);
}

}  // namespace heliograph::ui
