// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/everybody/outcome_people.h"

#include <QGuiApplication>
#include <QListWidget>
#include <QLocale>
#include <QScreen>
#include <QVBoxLayout>
#include <utility>

#include "audience/profile_repository.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {

constexpr int kOutcomeWidth = 260;
constexpr int kOutcomeHeight = 300;
constexpr int kPersonRole = Qt::UserRole;

using Names = std::vector<std::pair<ProfileId, QString>>;

}  // namespace

OutcomePeopleList::OutcomePeopleList(Services& services, const QString& title, delivery::OutcomePeople people,
                                     QWidget* parent)
    : QFrame(parent, Qt::Popup), m_services(services), m_people(std::move(people)), m_list(new QListWidget) {
  setAttribute(Qt::WA_DeleteOnClose);
  setObjectName(QStringLiteral("outcome.people"));
  setAccessibleName(title);
  setFrameShape(QFrame::Box);
  const Tokens& tokens = Tokens::of(parent ? parent : this);
  QPalette ground = tokens.palette();
  ground.setColor(QPalette::Window, tokens.surface);
  ground.setColor(QPalette::WindowText, tokens.lineStrong);
  setPalette(ground);
  m_list->setObjectName(QStringLiteral("outcome.people.list"));
  m_list->setAccessibleName(title);
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setTextElideMode(Qt::ElideRight);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(size::Small, size::Small, size::Small, size::Small);
  column->setSpacing(size::Small);
  column->addWidget(new Label(title, TypeRole::Label));
  column->addWidget(m_list, 1);
  const qint64 others = m_people.count - static_cast<qint64>(m_people.examples.size());
  if (others > 0) {
    column->addWidget(new Label(tr("and %1 more").arg(QLocale().toString(others)), TypeRole::Hint, Ink::Text3));
  }
  const auto choose = [this](const QListWidgetItem* item) {
    const ProfileId person{item->data(kPersonRole).toLongLong()};
    close();
    Q_EMIT personRequested(person);
  };
  connect(m_list, &QListWidget::itemActivated, this, choose);
  connect(m_list, &QListWidget::itemClicked, this, choose);
  loadNames();
}

void OutcomePeopleList::popUpAt(const QPoint& place) {
  resize(kOutcomeWidth, kOutcomeHeight);
  QPoint corner = isRightToLeft() ? place - QPoint(kOutcomeWidth, 0) : place;
  if (const QScreen* screen = QGuiApplication::screenAt(place)) {
    const QRect room = screen->availableGeometry();
    corner.setX(qBound(room.left(), corner.x(), room.right() - kOutcomeWidth));
    corner.setY(qBound(room.top(), corner.y(), room.bottom() - kOutcomeHeight));
  }
  move(corner);
  show();
  m_list->setFocus();
}

void OutcomePeopleList::loadNames() {
  m_services.background
      .run([&profiles = m_services.profiles, people = m_people.examples] {
        Names names;
        for (const ProfileId id : people) {
          if (const auto profile = profiles.byId(id)) names.emplace_back(id, profile->displayName());
        }
        return names;
      })
      .then(this, [this](const Names& names) {
        for (const auto& [id, name] : names) {
          auto* item = new QListWidgetItem(name, m_list);
          item->setData(kPersonRole, id.value);
          item->setToolTip(name);
        }
        m_list->setCurrentRow(0);
      });
}

}  // namespace heliograph::ui
