// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preview/phone_preview.h"

#include <QKeyEvent>
#include <QLocale>
#include <QVBoxLayout>

#include "campaign/message_plan_of.h"
#include "campaign/stored_linked.h"
#include "message/sms_text.h"
#include "providers/routes/route_resolver.h"
#include "ui/preview/people_browser.h"
#include "ui/preview/pick_chips.h"
#include "ui/preview/text_words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/phone_view.h"

namespace heliograph::ui {

namespace {
constexpr std::chrono::milliseconds kEventPause{250};
}  // namespace

PhonePreview::PhonePreview(Services& services, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_phone(new PhoneView),
      m_people(new PeopleBrowser(services, this)),
      m_picks(new PickChips) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  column->addWidget(m_phone, 1);
  column->addWidget(m_picks);
  m_phone->setAccessibleName(tr("Phone of the person shown"));
  m_phone->setPersonNote(tr("Preview"), {});
  connect(m_phone, &PhoneView::nextRequested, m_people, &PeopleBrowser::next);
  connect(m_phone, &PhoneView::previousRequested, m_people, &PeopleBrowser::previous);
  connect(m_phone, &PhoneView::searchRequested, this, [this](const QString& text) {
    if (text.trimmed().isEmpty()) return;
    m_picks->release();
    m_walkTitle.clear();
    m_people->search(text);
  });
  connect(m_phone, &PhoneView::firstRequested, m_people, &PeopleBrowser::first);
  connect(m_phone, &PhoneView::lastRequested, this, [this] { m_people->last(m_total); });
  connect(m_phone, &PhoneView::positionRequested, m_people, &PeopleBrowser::walkTo);
  connect(m_phone, &PhoneView::splitRequested, this, &PhonePreview::render);
  connect(m_picks, &PickChips::walkRequested, this, [this](const delivery::PeopleSet& people) {
    m_walkTitle.clear();
    m_people->walk(people);
  });
  connect(m_people, &PeopleBrowser::personChanged, this, &PhonePreview::showPerson);
  connect(m_people, &PeopleBrowser::nobodyFound, this, &PhonePreview::showNobody);
}

PhonePreview::~PhonePreview() = default;

void PhonePreview::setCampaign(const campaign::Campaign& campaign) {
  const campaign::Campaign before = std::exchange(m_campaign, campaign);
  const bool first = !std::exchange(m_hasCampaign, true);
  const bool another = first || before.id != campaign.id;
  if (another || before.name != campaign.name) {
    m_renderer = std::make_unique<message::MessageRenderer>(m_services.clock.now(), campaign.name, campaign.id.value);
  }
  const bool sameText = before.message == campaign.message && before.variants == campaign.variants &&
                        before.textRules == campaign.textRules && before.limits == campaign.limits &&
                        before.snippets == campaign.snippets && before.fields == campaign.fields &&
                        before.asked == campaign.asked && before.couponSamples == campaign.couponSamples;
  if (another || !sameText) compile();
  if (another || !(before.route == campaign.route)) lookUpSender();
  if (another || !(before.audience == campaign.audience)) {
    m_people->setAudience(campaign.audience);
  }
  render();
}

void PhonePreview::showCopy(int copy) {
  if (m_copy == copy) return;
  m_copy = copy;
  render();
}

void PhonePreview::reloadPeople() {
  m_waited = {};  // they may have done something since
  m_people->setAudience(m_campaign.audience);
}

void PhonePreview::setPeople(qint64 people) {
  m_total = people;
  if (m_people->person() && m_people->person()->id().isValid()) showPerson();
}

void PhonePreview::setPicks(const delivery::PeoplePicks& picks) {
  m_picks->setPicks(picks);
}

void PhonePreview::goTo(ProfileId person) {
  m_picks->release();
  m_walkTitle.clear();
  m_people->goTo(person);
}

void PhonePreview::walk(const QString& title, const delivery::PeopleSet& people) {
  m_picks->release();
  m_walkTitle = title;
  m_people->walk(people);
  m_phone->focusArrows();
}

QString PhonePreview::walkWords() const {
  const QLocale locale;
  const QString position =
      tr("%1 of %2").arg(locale.toString(m_people->position()), locale.toString(m_people->walked()));
  return m_walkTitle.isEmpty() ? position : tr("%1: %2").arg(m_walkTitle, position);
}

void PhonePreview::keyPressEvent(QKeyEvent* event) {
  if (event->key() != Qt::Key_Escape || m_walkTitle.isEmpty()) return QWidget::keyPressEvent(event);
  Q_EMIT walkLeft();
}

QString PhonePreview::identity() const {
  return m_people->person() ? m_people->person()->identity() : QString();
}

void PhonePreview::compile() {
  auto compiled = campaign::messagePlanOf(m_campaign);
  m_problem = compiled ? QString() : compiled.error().message;
  m_message.reset();
  if (compiled) m_message = std::move(*compiled);
  lookUpLinked();
}

/// Until they are there, those of the same sources stand in, so that nothing flickers while somebody types.
void PhonePreview::lookUpLinked() {
  ++m_linkedAsked;
  if (!m_message || !m_message->awaitsLinked()) return;
  m_services.background
      .run([&database = m_services.database, &clock = m_services.clock, plan = *m_message] {
        return campaign::withStoredLinked(database, clock, plan);
      })
      .then(this, [this, asked = m_linkedAsked](const Result<message::MessagePlan>& plan) {
        if (asked != m_linkedAsked || !plan) return;
        m_message = *plan;
        m_linked = plan->linkedAnswers();
        m_linkedSources = plan->linkedSources();
        render();
      });
  if (m_linked && m_linkedSources == m_message->linkedSources()) m_message = m_message->withLinked(m_linked);
}

/// Until it is there, fallbacks stand for an event of somebody else. One that a person has is of use for whatever is
/// read; samples are looked for when nobody types.
void PhonePreview::lookUpEvent() {
  const QStringList properties = m_campaign.audience.isLive() ? m_message->eventProperties() : QStringList();
  const ProfileId person = m_people->person()->id();
  const bool same = m_campaign.audience.live == m_waited && person == m_eventPerson;
  if (properties == m_eventProperties && (properties.isEmpty() || same)) return;
  m_eventProperties = properties;
  m_waited = m_campaign.audience.live;
  m_eventPerson = person;
  const bool readsAny = !properties.isEmpty();
  if (readsAny && same && m_event.from == delivery::TextEvent::From::Person) return;
  ++m_eventAsked;
  if (!readsAny || !same) setEvent({});
  if (!readsAny) return;
  QTimer::singleShot(same ? kEventPause : std::chrono::milliseconds(0), this, [this, asked = m_eventAsked] {
    if (asked == m_eventAsked) readEvent();
  });
}

void PhonePreview::readEvent() {
  m_services.background
      .run([&database = m_services.database, &clock = m_services.clock, &columns = m_services.columns,
            audience = m_campaign.audience, properties = m_eventProperties, person = m_eventPerson] {
        return delivery::textEventOf(database, clock, &columns, audience, properties, person);
      })
      .then(this, [this, asked = m_eventAsked](const Result<delivery::TextEvent>& event) {
        if (asked != m_eventAsked || !event) return;
        setEvent(*event);
        render();
      });
}

void PhonePreview::setEvent(delivery::TextEvent event) {
  m_event = std::move(event);
  if (m_people->person()->id().isValid()) showWho();
}

void PhonePreview::render() {
  m_phone->setClock(QLocale().toString(m_services.clock.now().toLocalTime(), QStringLiteral("HH:mm")));
  if (!m_message) {
    m_phone->setNotice(m_problem);
    return;
  }
  const int copies = static_cast<int>(m_message->copies().size());
  const int wanted = std::min(m_copy.value_or(0), copies - 1);
  const bool isUnwritten = m_message->copies()[static_cast<std::size_t>(wanted)].source().trimmed().isEmpty();
  if (isUnwritten && m_message->takesText(wanted)) {
    m_phone->setTexts({});
    m_phone->setMeasure({});
    Q_EMIT linksRendered({});
    return;
  }
  if (!m_people->person()) return;
  lookUpEvent();
  message::PersonValues values = m_people->person()->values();
  values.event = m_event.values.get();
  const int copy = m_copy ? wanted : m_message->copyFor(values);
  const message::Sendable text = m_message->prepare(values, copy, *m_renderer);
  showText(text);
  Q_EMIT rendered(text);
  Q_EMIT linksRendered(m_message->links(values, copy, *m_renderer));
}

void PhonePreview::showText(const message::Sendable& text) {
  m_phone->setSplittable(text.ok && text.measure.parts > 1);
  if (const QString& obstacle = m_people->person()->obstacle(); !obstacle.isEmpty()) {
    m_phone->setNotice(tr("Gets no message. %1.").arg(obstacle));
  } else if (!text.ok) {
    m_phone->setNotice(tr("Gets no message. %1").arg(skippedWords(text)));
  } else if (text.text.empty()) {
    m_phone->setNotice(tr("The provider sends the approved text of the template. Paste it under Template to see it."));
  } else {
    const QString words = QString::fromStdString(text.text);
    m_phone->setTexts(m_phone->isSplit() ? message::splitIntoParts(words) : QStringList{words});
    m_phone->setMeasure(copyNote(text.copy) + measureWords(text.measure));
  }
}

/// "Copy B, this person gets A · "; nothing for a single message.
QString PhonePreview::copyNote(int shown) const {
  const campaign::Variants& variants = m_campaign.variants;
  if (campaign::copyCount(variants) < 2) return {};
  const QString name = campaign::copyName(variants, shown);
  const QString copy = variants.kind == campaign::Variants::Kind::ByProperty ? name : tr("Copy %1").arg(name);
  const int own = m_message->copyFor(m_people->person()->values());
  const bool another = !m_message->isTest() && own != shown;
  const QString note = another ? tr("%1, theirs is %2").arg(copy, campaign::copyName(variants, own)) : copy;
  return note + QStringLiteral(" · ");
}

void PhonePreview::showPerson() {
  showWho();
  showPlace();
  render();
}

/// Which event the text is shown with, behind another note if there is one.
QString PhonePreview::withEvent(const QString& note) const {
  const QString event = delivery::describe(m_event, m_services.clock.now());
  if (event.isEmpty() || note.isEmpty()) return note + event;
  return tr("%1 · %2").arg(note, event);
}

void PhonePreview::showWho() {
  const QString name = m_people->person()->name();
  if (m_people->walked() > 0) {
    m_phone->setPersonNote(name, withEvent(walkWords()));
  } else if (m_people->position() > 0 && m_total >= m_people->position()) {
    m_phone->setPerson(name, m_people->position(), m_total);
  } else if (m_campaign.audience.isLive()) {
    const bool told = m_event.from != delivery::TextEvent::From::None;
    m_phone->setPersonNote(name, told ? withEvent({}) : tr("A contact; who acts isn't known beforehand"));
  } else if (m_campaign.audience.isChosen()) {
    m_phone->setPersonNote(
        name, m_people->position() > 0 ? tr("Somebody of this audience") : tr("Somebody of your contacts"));
  } else {
    m_phone->setPersonNote(name, tr("A contact; nobody is chosen yet"));
  }
}

void PhonePreview::showPlace() {
  // One alone keeps the arrows, which have the focus.
  m_phone->setBrowsable(m_people->walked() != 1 || !m_walkTitle.isEmpty());
  m_phone->setPlace(m_people->walked() > 1 ? m_people->position() : 0, m_people->walked());
}

void PhonePreview::showNobody(const QString& why) {
  showPlace();
  if (m_people->walked() == 0) m_phone->setBrowsable(false);
  m_phone->setPersonNote(tr("Not a real person"), why.isEmpty() ? tr("Nobody is in this audience") : why);
  render();
}

void PhonePreview::lookUpSender() {
  m_services.background
      .run([&routes = m_services.routes, route = m_campaign.route]() -> QString {
        const auto standing = route.isDefault() ? routes.defaultRoute() : Result<providers::Route>(route);
        if (!standing || standing->isDefault()) return {};
        return routes.routeName(*standing).value_or(QString());
      })
      .then(this, [this](const QString& name) { m_phone->setSender(name); });
}

}  // namespace heliograph::ui
