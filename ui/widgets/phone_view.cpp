// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/phone_view.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QVBoxLayout>

#include "ui/widgets/elided_label.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/phone_screen.h"
#include "ui/widgets/place_field.h"
#include "ui/widgets/search_field.h"

namespace heliograph::ui {

PhoneView::PhoneView(QWidget* parent)
    : QWidget(parent),
      m_head(new QWidget),
      m_who(new QWidget),
      m_name(new ElidedLabel(QString(), TypeRole::Label)),
      m_position(new Label(QString(), TypeRole::Hint, Ink::Text2)),
      m_place(new PlaceField),
      m_previous(new IconButton(Icon::ChevronLeft, tr("Previous person"))),
      m_next(new IconButton(Icon::ChevronRight, tr("Next person"))),
      m_search(new IconButton(Icon::Search, tr("Find a person"))),
      m_field(new SearchField(tr("Name, number or address"))),
      m_screen(new PhoneScreen),
      m_copy(new IconButton(Icon::Copy, tr("Copy the text"))),
      m_split(new IconButton(Icon::Parts, tr("Show each part as a message of its own"))),
      m_otherLight(new IconButton(Icon::Moon, tr("Show the phone in the other light"))) {
  setFocusPolicy(Qt::ClickFocus);
  m_search->setCheckable(true);
  m_name->setAlignment(Qt::AlignCenter);
  m_position->setAlignment(Qt::AlignCenter);
  m_position->setWordWrap(true);
  auto* names = new QVBoxLayout(m_who);
  names->setContentsMargins(0, 0, 0, 0);
  names->setSpacing(0);
  names->addWidget(m_name);
  names->addWidget(m_position);
  names->addWidget(m_place);

  auto* row = new QHBoxLayout(m_head);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(size::Tiny);
  row->addWidget(m_previous);
  row->addWidget(m_who, 1);
  row->addWidget(m_next);
  row->addWidget(m_search);
  m_head->setFixedHeight(40);

  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(size::Small);
  column->addWidget(m_head);
  column->addWidget(m_field);
  column->addWidget(m_screen, 1);
  column->addLayout(makeTools());
  m_field->hide();

  m_place->setObjectName(QStringLiteral("phone.place"));
  for (QWidget* watched : std::initializer_list<QWidget*>{m_previous, m_next, m_position}) {
    watched->installEventFilter(this);
  }
  connect(m_place, &PlaceField::placeChosen, this, &PhoneView::positionRequested);
  connect(m_place, &PlaceField::done, this, [this](bool byKey) {
    m_name->show();
    m_position->show();
    if (byKey) focusArrows();
  });
  connect(m_previous, &QAbstractButton::clicked, this, &PhoneView::previousRequested);
  connect(m_next, &QAbstractButton::clicked, this, &PhoneView::nextRequested);
  connect(m_search, &QAbstractButton::toggled, this, &PhoneView::setSearching);
  connect(m_field, &QLineEdit::textChanged, this, &PhoneView::searchRequested);
  setPerson(QString(), 0, 0);
}

QLayout* PhoneView::makeTools() {
  m_copy->setObjectName(QStringLiteral("phone.copy"));
  m_split->setObjectName(QStringLiteral("phone.split"));
  m_split->setCheckable(true);
  m_split->hide();
  m_otherLight->setObjectName(QStringLiteral("phone.otherLight"));
  m_otherLight->setCheckable(true);
  connect(m_copy, &QAbstractButton::clicked, this, &PhoneView::copyText);
  connect(m_split, &QAbstractButton::toggled, this, &PhoneView::splitRequested);
  connect(m_otherLight, &QAbstractButton::toggled, this, &PhoneView::showAppearance);
  auto* row = new QHBoxLayout;
  row->setSpacing(size::Tiny);
  row->addStretch();
  for (IconButton* tool : {m_split, m_otherLight, m_copy}) row->addWidget(tool);
  return row;
}

void PhoneView::setPerson(const QString& name, qint64 position, qint64 total) {
  m_name->setText(name);
  setPositionWords(total > 0 ? tr("%1 of %2").arg(locale().toString(position), locale().toString(total)) : QString());
  m_previous->setEnabled(total > 1);
  m_next->setEnabled(total > 1);
}

void PhoneView::setPersonNote(const QString& name, const QString& note) {
  m_name->setText(name);
  setPositionWords(note);
}

// Whoever can't see the line hears it on the arrows.
void PhoneView::setPositionWords(const QString& words) {
  m_position->setText(words);
  m_previous->setAccessibleDescription(words);
  m_next->setAccessibleDescription(words);
}

void PhoneView::setPlace(qint64 position, qint64 total) {
  m_places = position > 0 ? total : 0;
  m_position->setCursor(m_places > 1 ? Qt::PointingHandCursor : Qt::ArrowCursor);
  m_position->setToolTip(m_places > 1 ? tr("Go to a number: click, or type it on the arrows") : QString());
}

void PhoneView::askForPlace(const QString& begun) {
  m_name->hide();
  m_position->hide();
  m_place->ask(m_places, begun);
}

/// A key on one of the arrows.
bool PhoneView::browse(const QKeyEvent& key) {
  if (key.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) return false;
  switch (key.key()) {
    case Qt::Key_Home:
      Q_EMIT firstRequested();
      return true;
    case Qt::Key_End:
      Q_EMIT lastRequested();
      return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
      (key.key() == Qt::Key_Right) != isRightToLeft() ? Q_EMIT nextRequested() : Q_EMIT previousRequested();
      return true;
    default:
      break;
  }
  if (m_places < 2 || key.key() < Qt::Key_1 || key.key() > Qt::Key_9) return false;
  askForPlace(key.text());
  return true;
}

bool PhoneView::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::KeyPress && watched != m_position) {
    return browse(*static_cast<QKeyEvent*>(event)) || QWidget::eventFilter(watched, event);
  }
  if (event->type() == QEvent::MouseButtonRelease && watched == m_position && m_places > 1) {
    askForPlace({});
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

void PhoneView::setBrowsable(bool browsable) {
  m_previous->setEnabled(browsable);
  m_next->setEnabled(browsable);
}

void PhoneView::setSender(const QString& sender) {
  m_screen->setSender(sender);
}

void PhoneView::setTexts(const QStringList& texts) {
  m_screen->setTexts(texts);
}

void PhoneView::setText(const QString& text) {
  m_screen->setTexts({text});
}

void PhoneView::setMeasure(const QString& line) {
  m_screen->setMeasure(line);
}

void PhoneView::setNotice(const QString& text) {
  m_screen->setNotice(text);
}

void PhoneView::setClock(const QString& text) {
  m_screen->setClock(text);
}

void PhoneView::setHeadVisible(bool visible) {
  m_head->setVisible(visible);
}

void PhoneView::setSplittable(bool splittable) {
  m_split->setVisible(splittable);
}

bool PhoneView::isSplit() const {
  return m_split->isChecked();
}

QStringList PhoneView::texts() const {
  return m_screen->texts();
}

QSize PhoneView::sizeHint() const {
  return {size::SidePane - 40, 480};
}

void PhoneView::setSearching(bool searching) {
  m_field->setVisible(searching);
  if (searching) {
    m_field->setFocus();
  } else {
    m_field->clear();
  }
}

void PhoneView::copyText() const {
  // Parts are pieces of one text: together they are it.
  if (!texts().isEmpty()) QGuiApplication::clipboard()->setText(texts().join(QString()));
}

void PhoneView::showAppearance() {
  const bool dark = Tokens::of(this).dark != m_otherLight->isChecked();
  m_screen->setPalette((dark ? Tokens::forDark() : Tokens::forLight()).palette());
}

void PhoneView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) showAppearance();
}

void PhoneView::focusArrows() {
  m_next->setFocus(Qt::OtherFocusReason);
}

void PhoneView::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Copy) && !texts().isEmpty()) {
    copyText();
  } else if (event->key() == Qt::Key_Escape && m_search->isChecked()) {
    m_search->setChecked(false);
  } else {
    QWidget::keyPressEvent(event);
  }
}

void PhoneView::contextMenuEvent(QContextMenuEvent* event) {
  if (texts().isEmpty()) return;
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->addAction(makeIcon(Icon::Copy), tr("Copy the text"), this, &PhoneView::copyText);
  menu->popup(event->globalPos());
}

}  // namespace heliograph::ui
