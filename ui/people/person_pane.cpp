// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/person_pane.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "items/found_people_model.h"
#include "ui/people/people_desk.h"
#include "ui/people/people_menu.h"
#include "ui/people/person_about.h"
#include "ui/people/person_event_list.h"
#include "ui/people/person_message_list.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/initial.h"
#include "ui/widgets/label.h"
#include "ui/widgets/question_card.h"
#include "ui/widgets/segmented_choice.h"

namespace heliograph::ui {

using audience::PersonFacts;
using audience::Profile;

namespace {

constexpr int kPersonPaneWidth = 392;

/// A stack that is as high as what it shows, and not as the highest of what it could.
class PartStack final : public QStackedWidget {
 public:
  [[nodiscard]] QSize sizeHint() const override { return currentWidget()->sizeHint(); }
  [[nodiscard]] QSize minimumSizeHint() const override { return currentWidget()->minimumSizeHint(); }
  [[nodiscard]] bool hasHeightForWidth() const override { return true; }
  [[nodiscard]] int heightForWidth(int width) const override { return currentWidget()->heightForWidth(width); }
};

}  // namespace

PersonPane::PersonPane(Services& services, PeopleMenu& menu, QWidget* parent)
    : Surface(Qt::LeftEdge, parent),
      m_services(services),
      m_menu(menu),
      m_inside(new QWidget),
      m_question(new QuestionCard(QStringLiteral("people.question"))) {
  setObjectName(QStringLiteral("people.pane"));
  setFixedWidth(kPersonPaneWidth);
  auto* inside = new QVBoxLayout(m_inside);
  inside->setContentsMargins({});
  inside->setSpacing(size::Medium);
  inside->addWidget(makeHead());
  inside->addWidget(makeParts(), 1);
  m_space = new QWidget;
  inside->addWidget(m_space, 1);
  inside->addWidget(m_question);
  inside->addWidget(makeButtons());
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(20, size::Large, 20, size::Large);
  column->addWidget(m_inside);
  connect(m_question, &QuestionCard::asked, m_buttons, &QWidget::hide);
  connect(m_question, &QuestionCard::answered, m_buttons, &QWidget::show);
  connect(m_messages, &PersonMessageList::campaignRequested, this, &PersonPane::campaignRequested);
  showPeople({});
}

QWidget* PersonPane::makeHead() {
  m_initial = new Initial;
  m_name = new ElidedLabel({}, TypeRole::Header);
  m_name->setObjectName(QStringLiteral("people.name"));
  m_name->setTextFormat(Qt::PlainText);
  m_line = new ElidedLabel({}, TypeRole::Hint, Ink::Text2);
  m_line->setTextFormat(Qt::PlainText);
  m_standing = new Chip;
  m_standing->setObjectName(QStringLiteral("people.standing"));
  m_test = new Chip(tr("Test profile"), Tone::Accent);
  m_test->setObjectName(QStringLiteral("people.test"));
  m_colleague = new Chip(tr("Colleague"), Tone::Accent);
  auto* chips = new QHBoxLayout;
  chips->setSpacing(size::Tiny);
  for (Chip* chip : {m_standing, m_test, m_colleague}) chips->addWidget(chip);
  chips->addStretch();
  auto* names = new QVBoxLayout;
  names->setSpacing(2);
  names->addWidget(m_name);
  names->addWidget(m_line);
  auto* top = new QHBoxLayout;
  top->setSpacing(size::Medium);
  top->addWidget(m_initial);
  top->addLayout(names, 1);
  auto* head = new QWidget;
  auto* column = new QVBoxLayout(head);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  column->addLayout(top);
  column->addLayout(chips);
  return head;
}

QWidget* PersonPane::makeParts() {
  m_choice = new SegmentedChoice;
  m_choice->setObjectName(QStringLiteral("people.part"));
  m_choice->setAccessibleName(tr("What is shown of this person"));
  m_choice->addChoice(AboutPart, tr("Known"));
  m_choice->addChoice(EventsPart, tr("Events"));
  m_choice->addChoice(MessagesPart, tr("Messages"));
  m_choice->setCurrent(AboutPart);
  m_about = new PersonAbout;
  m_events = new PersonEventList(m_services);
  m_messages = new PersonMessageList(m_services);
  m_stack = new PartStack;
  for (QWidget* part : std::initializer_list<QWidget*>{m_about, m_events, m_messages}) m_stack->addWidget(part);
  m_scroll = new QScrollArea;
  m_scroll->setObjectName(QStringLiteral("people.details"));
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setWidgetResizable(true);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->setFocusPolicy(Qt::StrongFocus);
  m_scroll->setAccessibleName(tr("What is known of this person"));
  m_scroll->setWidget(m_stack);
  // The pane's own ground shows through.
  m_stack->setAutoFillBackground(false);
  m_scroll->viewport()->setAutoFillBackground(false);
  m_parts = new QWidget;
  auto* column = new QVBoxLayout(m_parts);
  column->setContentsMargins({});
  column->setSpacing(size::Medium);
  column->addWidget(m_choice, 0, Qt::AlignLeft);
  column->addWidget(m_scroll, 1);
  connect(m_choice, &SegmentedChoice::chosen, this, &PersonPane::showPart);
  return m_parts;
}

QWidget* PersonPane::makeButtons() {
  m_markTest = new Button({});
  m_markTest->setObjectName(QStringLiteral("people.markTest"));
  m_optOut = new Button({});
  m_optOut->setObjectName(QStringLiteral("people.optOut"));
  const auto trigger = [this](PeopleAct first, PeopleAct second) {
    return [this, first, second] { (m_menu.of(first)->isVisible() ? m_menu.of(first) : m_menu.of(second))->trigger(); };
  };
  connect(m_markTest, &Button::clicked, this, trigger(PeopleAct::Test, PeopleAct::NoTest));
  connect(m_optOut, &Button::clicked, this, trigger(PeopleAct::Unsubscribe, PeopleAct::Resubscribe));
  auto* more = new IconButton(Icon::Dots, tr("More"));
  more->setObjectName(QStringLiteral("people.more"));
  more->setMenu(&m_menu.menu());
  more->setPopupMode(QToolButton::InstantPopup);
  m_buttons = new QWidget;
  auto* row = new QHBoxLayout(m_buttons);
  row->setContentsMargins({});
  row->setSpacing(size::Small);
  row->addWidget(m_markTest);
  row->addWidget(m_optOut);
  row->addWidget(more);
  row->addStretch();
  return m_buttons;
}

void PersonPane::showPeople(const std::vector<Profile>& people) {
  const auto same = [](const Profile& a, const Profile& b) { return a.id == b.id; };
  const bool stayed = std::equal(people.begin(), people.end(), m_people.begin(), m_people.end(), same);
  m_people = people;
  m_inside->setVisible(!people.empty());
  if (!stayed) m_question->close();
  if (people.empty()) return;
  m_parts->setVisible(people.size() == 1);
  m_space->setVisible(people.size() > 1);
  showHead();
  if (stayed) return;
  m_events->leave();
  m_messages->leave();
  m_scroll->verticalScrollBar()->setValue(0);
  if (people.size() > 1) return;
  readFacts();
  showPart();
}

void PersonPane::reload() {
  if (m_people.size() == 1) readFacts();
}

void PersonPane::showHead() {
  const bool one = m_people.size() == 1;
  const Profile& first = m_people.front();
  m_initial->setVisible(one);
  m_initial->setName(first.displayName());
  m_name->setText(one ? first.displayName() : tr("%1 selected").arg(whoWords(m_people)));
  QStringList line{first.phone, first.displayName() == first.identity ? QString() : first.identity};
  line.removeAll(QString());
  m_line->setText(one ? line.join(QStringLiteral(" · ")) : tr("What you choose below is done with all of them."));
  m_standing->setVisible(one);
  m_standing->setState(items::standingWords(first), static_cast<Tone>(items::standingTone(first)));
  m_test->setVisible(one && first.isTest);
  m_colleague->setVisible(one && first.isColleague);
  m_menu.follow(m_people);
  m_markTest->setText(m_menu.of(PeopleAct::Test)->isVisible() ? tr("Mark for tests") : tr("Unmark for tests"));
  m_optOut->setText(m_menu.of(PeopleAct::Unsubscribe)->isVisible() ? tr("Unsubscribe…") : tr("Subscribe again…"));
}

void PersonPane::readFacts() {
  m_services.background
      .run([services = m_services, id = m_people.front().id] {
        return audience::readPersonFacts(services.database, services.clock, id);
      })
      .then(this, [this, generation = ++m_generation](const Result<PersonFacts>& facts) {
        if (generation != m_generation) return;
        facts ? m_about->showFacts(*facts) : m_about->showWords(facts.error().message, true);
      });
}

void PersonPane::showPart() {
  m_stack->setCurrentIndex(m_choice->current());
  m_scroll->verticalScrollBar()->setValue(0);
  if (m_people.size() != 1) return;
  if (m_choice->current() == EventsPart) m_events->showPerson(m_people.front().id);
  if (m_choice->current() == MessagesPart) m_messages->showPerson(m_people.front().id);
}

void PersonPane::focusParts() {
  m_choice->focusCurrent();
}

}  // namespace heliograph::ui
