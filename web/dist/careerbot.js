(function(){var e=globalThis,t=e.ShadowRoot&&(e.ShadyCSS===void 0||e.ShadyCSS.nativeShadow)&&`adoptedStyleSheets`in Document.prototype&&`replace`in CSSStyleSheet.prototype,n=Symbol(),r=new WeakMap,i=class{constructor(e,t,r){if(this._$cssResult$=!0,r!==n)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,n=this.t;if(t&&e===void 0){let t=n!==void 0&&n.length===1;t&&(e=r.get(n)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),t&&r.set(n,e))}return e}toString(){return this.cssText}},a=e=>new i(typeof e==`string`?e:e+``,void 0,n),o=(e,...t)=>new i(e.length===1?e[0]:t.reduce((t,n,r)=>t+(e=>{if(!0===e._$cssResult$)return e.cssText;if(typeof e==`number`)return e;throw Error(`Value passed to 'css' function must be a 'css' function result: `+e+`. Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.`)})(n)+e[r+1],e[0]),e,n),s=(n,r)=>{if(t)n.adoptedStyleSheets=r.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let t of r){let r=document.createElement(`style`),i=e.litNonce;i!==void 0&&r.setAttribute(`nonce`,i),r.textContent=t.cssText,n.appendChild(r)}},c=t?e=>e:e=>e instanceof CSSStyleSheet?(e=>{let t=``;for(let n of e.cssRules)t+=n.cssText;return a(t)})(e):e,{is:l,defineProperty:u,getOwnPropertyDescriptor:d,getOwnPropertyNames:f,getOwnPropertySymbols:p,getPrototypeOf:m}=Object,h=globalThis,ee=h.trustedTypes,te=ee?ee.emptyScript:``,ne=h.reactiveElementPolyfillSupport,g=(e,t)=>e,re={toAttribute(e,t){switch(t){case Boolean:e=e?te:null;break;case Object:case Array:e=e==null?e:JSON.stringify(e)}return e},fromAttribute(e,t){let n=e;switch(t){case Boolean:n=e!==null;break;case Number:n=e===null?null:Number(e);break;case Object:case Array:try{n=JSON.parse(e)}catch{n=null}}return n}},ie=(e,t)=>!l(e,t),ae={attribute:!0,type:String,converter:re,reflect:!1,useDefault:!1,hasChanged:ie};Symbol.metadata??=Symbol(`metadata`),h.litPropertyMetadata??=new WeakMap;var _=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=ae){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let n=Symbol(),r=this.getPropertyDescriptor(e,n,t);r!==void 0&&u(this.prototype,e,r)}}static getPropertyDescriptor(e,t,n){let{get:r,set:i}=d(this.prototype,e)??{get(){return this[t]},set(e){this[t]=e}};return{get:r,set(t){let a=r?.call(this);i?.call(this,t),this.requestUpdate(e,a,n)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??ae}static _$Ei(){if(this.hasOwnProperty(g(`elementProperties`)))return;let e=m(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(g(`finalized`)))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(g(`properties`))){let e=this.properties,t=[...f(e),...p(e)];for(let n of t)this.createProperty(n,e[n])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[e,n]of t)this.elementProperties.set(e,n)}this._$Eh=new Map;for(let[e,t]of this.elementProperties){let n=this._$Eu(e,t);n!==void 0&&this._$Eh.set(n,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let n=new Set(e.flat(1/0).reverse());for(let e of n)t.unshift(c(e))}else e!==void 0&&t.push(c(e));return t}static _$Eu(e,t){let n=t.attribute;return!1===n?void 0:typeof n==`string`?n:typeof e==`string`?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,t=this.constructor.elementProperties;for(let n of t.keys())this.hasOwnProperty(n)&&(e.set(n,this[n]),delete this[n]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return s(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,n){this._$AK(e,n)}_$ET(e,t){let n=this.constructor.elementProperties.get(e),r=this.constructor._$Eu(e,n);if(r!==void 0&&!0===n.reflect){let i=(n.converter?.toAttribute===void 0?re:n.converter).toAttribute(t,n.type);this._$Em=e,i==null?this.removeAttribute(r):this.setAttribute(r,i),this._$Em=null}}_$AK(e,t){let n=this.constructor,r=n._$Eh.get(e);if(r!==void 0&&this._$Em!==r){let e=n.getPropertyOptions(r),i=typeof e.converter==`function`?{fromAttribute:e.converter}:e.converter?.fromAttribute===void 0?re:e.converter;this._$Em=r;let a=i.fromAttribute(t,e.type);this[r]=a??this._$Ej?.get(r)??a,this._$Em=null}}requestUpdate(e,t,n,r=!1,i){if(e!==void 0){let a=this.constructor;if(!1===r&&(i=this[e]),n??=a.getPropertyOptions(e),!((n.hasChanged??ie)(i,t)||n.useDefault&&n.reflect&&i===this._$Ej?.get(e)&&!this.hasAttribute(a._$Eu(e,n))))return;this.C(e,t,n)}!1===this.isUpdatePending&&(this._$ES=this._$EP())}C(e,t,{useDefault:n,reflect:r,wrapped:i},a){n&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,a??t??this[e]),!0!==i||a!==void 0)||(this._$AL.has(e)||(this.hasUpdated||n||(t=void 0),this._$AL.set(e,t)),!0===r&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[e,t]of this._$Ep)this[e]=t;this._$Ep=void 0}let e=this.constructor.elementProperties;if(e.size>0)for(let[t,n]of e){let{wrapped:e}=n,r=this[t];!0!==e||this._$AL.has(t)||r===void 0||this.C(t,void 0,n,r)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(e=>e.hostUpdate?.()),this.update(t)):this._$EM()}catch(t){throw e=!1,this._$EM(),t}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(e){}firstUpdated(e){}};_.elementStyles=[],_.shadowRootOptions={mode:`open`},_[g(`elementProperties`)]=new Map,_[g(`finalized`)]=new Map,ne?.({ReactiveElement:_}),(h.reactiveElementVersions??=[]).push(`2.1.2`);var oe=globalThis,se=e=>e,ce=oe.trustedTypes,le=ce?ce.createPolicy(`lit-html`,{createHTML:e=>e}):void 0,ue=`$lit$`,v=`lit$${Math.random().toFixed(9).slice(2)}$`,de=`?`+v,fe=`<${de}>`,y=document,pe=()=>y.createComment(``),me=e=>e===null||typeof e!=`object`&&typeof e!=`function`,he=Array.isArray,ge=e=>he(e)||typeof e?.[Symbol.iterator]==`function`,_e=`[ 	
\f\r]`,ve=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,ye=/-->/g,be=/>/g,b=RegExp(`>|${_e}(?:([^\\s"'>=/]+)(${_e}*=${_e}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`,`g`),xe=/'/g,Se=/"/g,Ce=/^(?:script|style|textarea|title)$/i,we=e=>(t,...n)=>({_$litType$:e,strings:t,values:n}),x=we(1),S=we(2),C=Symbol.for(`lit-noChange`),w=Symbol.for(`lit-nothing`),Te=new WeakMap,T=y.createTreeWalker(y,129);function Ee(e,t){if(!he(e)||!e.hasOwnProperty(`raw`))throw Error(`invalid template strings array`);return le===void 0?t:le.createHTML(t)}var De=(e,t)=>{let n=e.length-1,r=[],i,a=t===2?`<svg>`:t===3?`<math>`:``,o=ve;for(let t=0;t<n;t++){let n=e[t],s,c,l=-1,u=0;for(;u<n.length&&(o.lastIndex=u,c=o.exec(n),c!==null);)u=o.lastIndex,o===ve?c[1]===`!--`?o=ye:c[1]===void 0?c[2]===void 0?c[3]!==void 0&&(o=b):(Ce.test(c[2])&&(i=RegExp(`</`+c[2],`g`)),o=b):o=be:o===b?c[0]===`>`?(o=i??ve,l=-1):c[1]===void 0?l=-2:(l=o.lastIndex-c[2].length,s=c[1],o=c[3]===void 0?b:c[3]===`"`?Se:xe):o===Se||o===xe?o=b:o===ye||o===be?o=ve:(o=b,i=void 0);let d=o===b&&e[t+1].startsWith(`/>`)?` `:``;a+=o===ve?n+fe:l>=0?(r.push(s),n.slice(0,l)+ue+n.slice(l)+v+d):n+v+(l===-2?t:d)}return[Ee(e,a+(e[n]||`<?>`)+(t===2?`</svg>`:t===3?`</math>`:``)),r]},Oe=class e{constructor({strings:t,_$litType$:n},r){let i;this.parts=[];let a=0,o=0,s=t.length-1,c=this.parts,[l,u]=De(t,n);if(this.el=e.createElement(l,r),T.currentNode=this.el.content,n===2||n===3){let e=this.el.content.firstChild;e.replaceWith(...e.childNodes)}for(;(i=T.nextNode())!==null&&c.length<s;){if(i.nodeType===1){if(i.hasAttributes())for(let e of i.getAttributeNames())if(e.endsWith(ue)){let t=u[o++],n=i.getAttribute(e).split(v),r=/([.?@])?(.*)/.exec(t);c.push({type:1,index:a,name:r[2],strings:n,ctor:r[1]===`.`?Me:r[1]===`?`?Ne:r[1]===`@`?Pe:je}),i.removeAttribute(e)}else e.startsWith(v)&&(c.push({type:6,index:a}),i.removeAttribute(e));if(Ce.test(i.tagName)){let e=i.textContent.split(v),t=e.length-1;if(t>0){i.textContent=ce?ce.emptyScript:``;for(let n=0;n<t;n++)i.append(e[n],pe()),T.nextNode(),c.push({type:2,index:++a});i.append(e[t],pe())}}}else if(i.nodeType===8){if(i.data===de)c.push({type:2,index:a});else{let e=-1;for(;(e=i.data.indexOf(v,e+1))!==-1;)c.push({type:7,index:a}),e+=v.length-1}}a++}}static createElement(e,t){let n=y.createElement(`template`);return n.innerHTML=e,n}};function E(e,t,n=e,r){if(t===C)return t;let i=r===void 0?n._$Cl:n._$Co?.[r],a=me(t)?void 0:t._$litDirective$;return i?.constructor!==a&&(i?._$AO?.(!1),a===void 0?i=void 0:(i=new a(e),i._$AT(e,n,r)),r===void 0?n._$Cl=i:(n._$Co??=[])[r]=i),i!==void 0&&(t=E(e,i._$AS(e,t.values),i,r)),t}var ke=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:n}=this._$AD,r=(e?.creationScope??y).importNode(t,!0);T.currentNode=r;let i=T.nextNode(),a=0,o=0,s=n[0];for(;s!==void 0;){if(a===s.index){let t;s.type===2?t=new Ae(i,i.nextSibling,this,e):s.type===1?t=new s.ctor(i,s.name,s.strings,this,e):s.type===6&&(t=new Fe(i,this,e)),this._$AV.push(t),s=n[++o]}a!==s?.index&&(i=T.nextNode(),a++)}return T.currentNode=y,r}p(e){let t=0;for(let n of this._$AV)n!==void 0&&(n.strings===void 0?n._$AI(e[t]):(n._$AI(e,n,t),t+=n.strings.length-2)),t++}},Ae=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,n,r){this.type=2,this._$AH=w,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=n,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=E(this,e,t),me(e)?e===w||e==null||e===``?(this._$AH!==w&&this._$AR(),this._$AH=w):e!==this._$AH&&e!==C&&this._(e):e._$litType$===void 0?e.nodeType===void 0?ge(e)?this.k(e):this._(e):this.T(e):this.$(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==w&&me(this._$AH)?this._$AA.nextSibling.data=e:this.T(y.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:n}=e,r=typeof n==`number`?this._$AC(e):(n.el===void 0&&(n.el=Oe.createElement(Ee(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===r)this._$AH.p(t);else{let e=new ke(r,this),n=e.u(this.options);e.p(t),this.T(n),this._$AH=e}}_$AC(e){let t=Te.get(e.strings);return t===void 0&&Te.set(e.strings,t=new Oe(e)),t}k(t){he(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,r,i=0;for(let a of t)i===n.length?n.push(r=new e(this.O(pe()),this.O(pe()),this,this.options)):r=n[i],r._$AI(a),i++;i<n.length&&(this._$AR(r&&r._$AB.nextSibling,i),n.length=i)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let t=se(e).nextSibling;se(e).remove(),e=t}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},je=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,n,r,i){this.type=1,this._$AH=w,this._$AN=void 0,this.element=e,this.name=t,this._$AM=r,this.options=i,n.length>2||n[0]!==``||n[1]!==``?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=w}_$AI(e,t=this,n,r){let i=this.strings,a=!1;if(i===void 0)e=E(this,e,t,0),a=!me(e)||e!==this._$AH&&e!==C,a&&(this._$AH=e);else{let r=e,o,s;for(e=i[0],o=0;o<i.length-1;o++)s=E(this,r[n+o],t,o),s===C&&(s=this._$AH[o]),a||=!me(s)||s!==this._$AH[o],s===w?e=w:e!==w&&(e+=(s??``)+i[o+1]),this._$AH[o]=s}a&&!r&&this.j(e)}j(e){e===w?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??``)}},Me=class extends je{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===w?void 0:e}},Ne=class extends je{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==w)}},Pe=class extends je{constructor(e,t,n,r,i){super(e,t,n,r,i),this.type=5}_$AI(e,t=this){if((e=E(this,e,t,0)??w)===C)return;let n=this._$AH,r=e===w&&n!==w||e.capture!==n.capture||e.once!==n.once||e.passive!==n.passive,i=e!==w&&(n===w||r);r&&this.element.removeEventListener(this.name,this,n),i&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH==`function`?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},Fe=class{constructor(e,t,n){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(e){E(this,e)}},Ie={M:ue,P:v,A:de,C:1,L:De,R:ke,D:ge,V:E,I:Ae,H:je,N:Ne,U:Pe,B:Me,F:Fe},Le=oe.litHtmlPolyfillSupport;Le?.(Oe,Ae),(oe.litHtmlVersions??=[]).push(`3.3.3`);var Re=(e,t,n)=>{let r=n?.renderBefore??t,i=r._$litPart$;if(i===void 0){let e=n?.renderBefore??null;r._$litPart$=i=new Ae(t.insertBefore(pe(),e),e,void 0,n??{})}return i._$AI(e),i},ze=globalThis,D=class extends _{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=Re(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return C}};D._$litElement$=!0,D.finalized=!0,ze.litElementHydrateSupport?.({LitElement:D});var Be=ze.litElementPolyfillSupport;Be?.({LitElement:D}),(ze.litElementVersions??=[]).push(`4.2.2`);var Ve={attribute:!0,type:String,converter:re,reflect:!1,hasChanged:ie},He=(e=Ve,t,n)=>{let{kind:r,metadata:i}=n,a=globalThis.litPropertyMetadata.get(i);if(a===void 0&&globalThis.litPropertyMetadata.set(i,a=new Map),r===`setter`&&((e=Object.create(e)).wrapped=!0),a.set(n.name,e),r===`accessor`){let{name:r}=n;return{set(n){let i=t.get.call(this);t.set.call(this,n),this.requestUpdate(r,i,e,!0,n)},init(t){return t!==void 0&&this.C(r,void 0,e,t),t}}}if(r===`setter`){let{name:r}=n;return function(n){let i=this[r];t.call(this,n),this.requestUpdate(r,i,e,!0,n)}}throw Error(`Unsupported decorator location: `+r)};function O(e){return(t,n)=>typeof n==`object`?He(e,t,n):((e,t,n)=>{let r=t.hasOwnProperty(n);return t.constructor.createProperty(n,e),r?Object.getOwnPropertyDescriptor(t,n):void 0})(e,t,n)}function k(e){return O({...e,state:!0,attribute:!1})}var Ue=(e,t,n)=>(n.configurable=!0,n.enumerable=!0,Reflect.decorate&&typeof t!=`object`&&Object.defineProperty(e,t,n),n);function We(e,t){return(n,r,i)=>{let a=t=>t.renderRoot?.querySelector(e)??null;if(t){let{get:e,set:t}=typeof r==`object`?n:i??(()=>{let e=Symbol();return{get(){return this[e]},set(t){this[e]=t}}})();return Ue(n,r,{get(){let n=e.call(this);return n===void 0&&(n=a(this),(n!==null||this.hasUpdated)&&t.call(this,n)),n}})}return Ue(n,r,{get(){return a(this)}})}}var Ge={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},Ke=e=>(...t)=>({_$litDirective$:e,values:t}),qe=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,n){this._$Ct=e,this._$AM=t,this._$Ci=n}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}},{I:Je}=Ie,Ye=e=>e,Xe=()=>document.createComment(``),Ze=(e,t,n)=>{let r=e._$AA.parentNode,i=t===void 0?e._$AB:t._$AA;if(n===void 0)n=new Je(r.insertBefore(Xe(),i),r.insertBefore(Xe(),i),e,e.options);else{let t=n._$AB.nextSibling,a=n._$AM,o=a!==e;if(o){let t;n._$AQ?.(e),n._$AM=e,n._$AP!==void 0&&(t=e._$AU)!==a._$AU&&n._$AP(t)}if(t!==i||o){let e=n._$AA;for(;e!==t;){let t=Ye(e).nextSibling;Ye(r).insertBefore(e,i),e=t}}}return n},A=(e,t,n=e)=>(e._$AI(t,n),e),Qe={},$e=(e,t=Qe)=>e._$AH=t,et=e=>e._$AH,tt=e=>{e._$AR(),e._$AA.remove()},nt=(e,t,n)=>{let r=new Map;for(let i=t;i<=n;i++)r.set(e[i],i);return r},rt=Ke(class extends qe{constructor(e){if(super(e),e.type!==Ge.CHILD)throw Error(`repeat() can only be used in text expressions`)}dt(e,t,n){let r;n===void 0?n=t:t!==void 0&&(r=t);let i=[],a=[],o=0;for(let t of e)i[o]=r?r(t,o):o,a[o]=n(t,o),o++;return{values:a,keys:i}}render(e,t,n){return this.dt(e,t,n).values}update(e,[t,n,r]){let i=et(e),{values:a,keys:o}=this.dt(t,n,r);if(!Array.isArray(i))return this.ut=o,a;let s=this.ut??=[],c=[],l,u,d=0,f=i.length-1,p=0,m=a.length-1;for(;d<=f&&p<=m;)if(i[d]===null)d++;else if(i[f]===null)f--;else if(s[d]===o[p])c[p]=A(i[d],a[p]),d++,p++;else if(s[f]===o[m])c[m]=A(i[f],a[m]),f--,m--;else if(s[d]===o[m])c[m]=A(i[d],a[m]),Ze(e,c[m+1],i[d]),d++,m--;else if(s[f]===o[p])c[p]=A(i[f],a[p]),Ze(e,i[d],i[f]),f--,p++;else if(l===void 0&&(l=nt(o,p,m),u=nt(s,d,f)),l.has(s[d])){if(l.has(s[f])){let t=u.get(o[p]),n=t===void 0?null:i[t];if(n===null){let t=Ze(e,i[d]);A(t,a[p]),c[p]=t}else c[p]=A(n,a[p]),Ze(e,i[d],n),i[t]=null;p++}else tt(i[f]),f--}else tt(i[d]),d++;for(;p<=m;){let t=Ze(e,c[m+1]);A(t,a[p]),c[p++]=t}for(;d<=f;){let e=i[d++];e!==null&&tt(e)}return this.ut=o,$e(e,c),C}}),it=[`wrong_facts`,`not_answered`,`hard_to_read`,`something_else`],at=1e3,j=e=>typeof e==`object`&&!!e,ot=2e4,M=e=>typeof e==`string`?e.slice(0,ot):``,st=e=>Array.isArray(e)?e:[],ct=e=>`text`in e?e.text:e.title;function lt(e){return!j(e)||!Array.isArray(e.messages)?null:e.messages.map(ut).filter(e=>e!==null)}function ut(e){if(!j(e)||!M(e.id))return null;let[t,n,r]=[M(e.id),M(e.time),M(e.text)];if(e.from===`person`)return{from:`person`,id:t,time:n,text:r};let i=M(e.image);if(e.from!==`assistant`||!r&&!i)return null;let a=ft(e.table);return{from:`assistant`,id:t,time:n,text:r,replyTo:M(e.reply_to),buttons:st(e.buttons).map(dt).filter(e=>e!==null),...a&&{table:a},...i&&{image:i},alt:M(e.alt),rateable:e.rateable===!0}}function dt(e){return!j(e)||!M(e.title)||!M(e.payload)?null:{title:M(e.title),payload:M(e.payload)}}function ft(e){if(!j(e))return null;let t=st(e.columns).map(M),n=st(e.rows).map(e=>st(e).map(M)),r=M(e.lines);return t.length&&n.length&&r?{columns:t,rows:n,lines:r}:null}function pt(e){if(!j(e)||!M(e.id))return null;let[t,n,r,i]=[M(e.id),M(e.text),M(e.payload),M(e.title)];return r&&i?{id:t,payload:r,title:i}:n?{id:t,text:n}:null}function mt(e){let t=j(e)&&j(e.error)?e.error:{};return{code:M(t.code),message:M(t.message)}}var ht=e=>j(e)?M(e.token):``,gt=3e4,_t=new Set([`unreachable`,`slow`,`unreadable`,`failed`,`not_ready`,`too_many_messages`,`too_many_sessions`]),N=class extends Error{constructor(e,t,n=0){super(t),this.code=e,this.waitSeconds=n}get worthRetry(){return _t.has(this.code)}},vt=class{#e;constructor(e){this.#e=new URL(`webhooks/website/`,e)}async begin(){let e=ht(await this.#n(`POST`,`session`));if(!e)throw new N(`unreadable`,`the server gave no token`);return e}async send(e,t){let n=this.#t(await this.#n(`POST`,`messages`,e,t)).filter(e=>e.from===`assistant`);if(!n.length)throw new N(`unreadable`,`the server gave no answer`);return n}async history(e){return this.#t(await this.#n(`GET`,`messages`,e))}async rate(e,t,n){await this.#r(`POST`,`feedback`,e,{message:t,...n})}async remove(e){await this.#r(`DELETE`,`conversation`,e)}#t(e){let t=lt(e);if(!t)throw new N(`unreadable`,`the server answered with something that is no list of messages`);return t}async#n(e,t,n,r){let i=await this.#r(e,t,n,r);try{return await i.json()}catch{throw new N(`unreadable`,`the server answered with something that is not JSON`)}}async#r(e,t,n,r){let i;try{i=await fetch(new URL(t,this.#e),{method:e,headers:{...n&&{Authorization:`Bearer ${n}`},...r&&{"Content-Type":`application/json`}},...r&&{body:JSON.stringify(r)},credentials:`omit`,cache:`no-store`,signal:AbortSignal.timeout(gt)})}catch(e){let t=e instanceof DOMException&&e.name===`TimeoutError`;throw!t&&n&&await this.#i(),new N(t?`slow`:`unreachable`,String(e))}return await yt(i)}async#i(){let e=AbortSignal.timeout(gt),t=await fetch(this.#e,{credentials:`omit`,cache:`no-store`,signal:e}).catch(()=>null);t?.status===403&&await yt(t)}};async function yt(e){if(e.ok)return e;let{code:t,message:n}=mt(await e.json().catch(()=>null)),r=Number(e.headers.get(`Retry-After`));throw new N(t||bt(e.status),n,Number.isFinite(r)?r:0)}function bt(e){return e===401?`session_ended`:e===429?`too_many_messages`:e>=500?`not_ready`:`refused`}function xt(){let e=crypto.getRandomValues(new Uint8Array(16));return Array.from(e,e=>e.toString(16).padStart(2,`0`)).join(``)}var St=200,Ct=()=>new Promise(e=>setTimeout(e,St));function wt(e,t){return new Promise((n,r)=>{let i=async()=>{await Tt(t).then(n,r),await Ct()},a=navigator.locks;(a?a.request(e,i):Promise.reject(Error(`no locks`))).catch(()=>Et(t).then(n,r))})}async function Tt({find:e,make:t,keep:n}){let r=e();if(r)return r;let i=await t();return e()||(n(i),i)}async function Et(e){let t=await Tt(e);return await Ct(),e.find()||t}var Dt=class extends EventTarget{#e;#t;#n;#r=[];#i=[];#a;#o=!1;#s=[];#c=0;#l=!1;#u=null;constructor(e,t){super(),this.#e=e,this.#t=t,this.#a=t.kept.token,this.#i=t.tab.unsent,this.#n=new BroadcastChannel(t.name),this.#n.onmessage=e=>this.#S(e.data),window.addEventListener(`storage`,this.#b),window.addEventListener(`online`,this.#x)}close(){this.#n.close(),window.removeEventListener(`storage`,this.#b),window.removeEventListener(`online`,this.#x)}get entries(){return this.#r}get isBusy(){return this.#l&&this.#i.length>0}get hasUnsent(){return this.#i.length>0}get problem(){return this.#u}get isNew(){return(this.#o||!this.#a)&&this.isEmpty}get isEmpty(){return this.#r.every(e=>e.from===`widget`)}ratingOf(e){return this.#t.kept.ratings[e]}async load(){!this.#o&&(this.#a||this.#i.length)&&await this.#f()}async say(e){await this.#d({id:xt(),text:e})}async choose(e){await this.#d({id:xt(),payload:e.payload,title:e.title})}async retry(){this.#u=null,this.#D(`waiting`),await this.#f()}async dismissProblem(){this.#u=null,this.#A(),this.#i.length&&await this.#f()}startOver(){this.#t.forget(),this.#w()}async remove(){try{this.#a&&await this.#e.remove(this.#a)}catch(e){if(Ot(e)!==`session_ended`)throw e}this.startOver(),this.#E([{from:`widget`,id:xt(),what:`removed`}])}async rate(e,t){let n=this.#a;await this.#e.rate(n,e,t),n===this.#a&&(this.#t.keep({ratings:{...this.#t.kept.ratings,[e]:t.helped}}),this.#A())}async#d(e){this.#u=null;let t={...kt(e),state:`waiting`};this.#k([...this.#i,e]),this.#E([t]),this.dispatchEvent(new CustomEvent(`message`,{detail:t})),this.#l||this.#D(`waiting`),await this.#f()}async#f(){if(this.#l)return;this.#l=!0,this.#A();let e=this.#c,t=!0;try{for(;this.#p&&e===this.#c;)try{await this.#m()}catch(n){if(Ot(n)!==`session_ended`||!t||e!==this.#c)throw n;t=!1,await this.#v()}}catch(t){e===this.#c&&this.#y(t)}finally{this.#l=!1,this.#A()}this.#p&&!this.#u&&await this.#f()}get#p(){return!this.#o||this.#i.length>0}async#m(){this.#o?this.#i[0]&&await this.#g(this.#i[0]):await this.#h()}async#h(){let e=this.#c;this.#s=[];let t=this.#a?await this.#e.history(this.#a):[];if(e!==this.#c)return;this.#o=!0;let n=new Set(t.map(e=>e.from===`assistant`?e.replyTo:``));this.#k(this.#i.filter(e=>!n.has(e.id)));let r=this.#i.map(e=>({...kt(e),state:`waiting`})),i=new Set(this.#i.map(e=>e.id)),a=t.filter(e=>!i.has(e.id)).map(e=>e.from===`person`?{...e,state:`sent`}:e),o=this.#r.filter(e=>e.from===`widget`);this.#r=[...a,...o],this.#E(this.#s),this.#E(r)}async#g(e){this.#O([e],`sending`);let t=await this.#_();if(!this.#o||this.#i[0]!==e)return;let n=await this.#e.send(t,e);if(this.#i[0]!==e)return;this.#O([e],`sent`),this.#k(this.#i.slice(1));let r=this.#r.filter(t=>t.id===e.id&&t.from===`person`);this.#C([...r,...n]),this.#E(n,e.id);for(let e of n)this.dispatchEvent(new CustomEvent(`message`,{detail:e}))}async#_(e=``){if(this.#a&&this.#a!==e)return this.#a;let t=await wt(this.#t.name,{find:()=>this.#t.kept.token===e?``:this.#t.kept.token,make:()=>this.#e.begin(),keep:e=>{this.#a=e,this.#t.keep({token:e,ratings:{}})}});return this.#T(t),t}async#v(){let e=this.#c;if(await this.#_(this.#a),e!==this.#c)return;let t={from:`widget`,id:xt(),what:`session_ended`},n=new Set(this.#i.map(e=>e.id));this.#r=[...this.#r.filter(e=>!n.has(e.id)).map(jt),t,...this.#r.filter(e=>n.has(e.id))],this.#k(this.#i.map(At)),this.#A()}#y(e){if(!(e instanceof N))throw e;e.worthRetry?this.#D(`failed`):(this.#O(this.#i.slice(0,1),`refused`),this.#k(this.#i.slice(1)));let{code:t,message:n,worthRetry:r,waitSeconds:i}=e;this.#u={code:t,message:n,canRetry:r,waitSeconds:i,until:i?Date.now()+i*1e3:0},this.dispatchEvent(new CustomEvent(`problem`,{detail:this.#u}))}#b=e=>{if(e.storageArea!==null&&e.key!==null&&e.key!==this.#t.name)return;let{token:t}=this.#t.kept;if(t===this.#a)return this.#A();if(!t)return this.#w();this.#T(t),this.load()};#x=()=>{this.#u?.code===`unreachable`&&this.retry()};#S(e){if(e.token===this.#a&&(this.#o||this.#l)){this.#o?this.#E(e.entries):this.#s=[...this.#s,...e.entries];for(let t of e.entries)this.dispatchEvent(new CustomEvent(`message`,{detail:t}))}}#C(e){this.#n.postMessage({token:this.#a,entries:e})}#w(){this.#c+=1,this.#a=``,this.#r=[],this.#u=null,this.#o=!0,this.#k([]),this.#A()}#T(e){e!==this.#a&&(this.#a&&this.#k(this.#i.map(At)),this.#c+=1,this.#a=e,this.#u=null,this.#o=!1,this.#A())}#E(e,t){let n=new Set(this.#r.map(e=>e.id)),r=e.filter(e=>!n.has(e.id)),i=(t?this.#r.findIndex(e=>e.id===t)+1:0)||this.#r.length;this.#r=[...this.#r.slice(0,i),...r,...this.#r.slice(i)],this.#A()}#D(e){this.#O(this.#i,e)}#O(e,t){let n=new Set(e.map(e=>e.id));this.#r=this.#r.map(e=>e.from===`person`&&n.has(e.id)?{...e,state:t}:e),this.#A()}#k(e){this.#i=e,this.#t.keepInTab({unsent:e})}#A(){this.dispatchEvent(new CustomEvent(`change`))}},Ot=e=>e instanceof N?e.code:``,kt=e=>({from:`person`,id:e.id,time:new Date().toISOString(),text:ct(e)}),At=e=>({id:e.id,text:ct(e)}),jt=e=>e.from===`assistant`?{...e,buttons:[],rateable:!1}:e,P=e=>x`<svg
    class="icon"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${e}
  </svg>`,Mt=S`<path d="M7 11v8.5M7 11l3.8-7.2a2 2 0 0 1 2.4 2.3L12.6 10h5.2a1.9 1.9 0 0 1 1.9 2.3l-1.2 5.7a2 2 0 0 1-1.9 1.5H4.8a.8.8 0 0 1-.8-.8v-6.9a.8.8 0 0 1 .8-.8Z"/>`,F={chat:P(S`<path d="M20.5 11.6a8 8 0 0 1-8.3 7.7 9 9 0 0 1-3.6-.7L4 20l1.3-4a7.3 7.3 0 0 1-1.3-4.4 8 8 0 0 1 8.2-7.7 8 8 0 0 1 8.3 7.7Z"/><path d="M8.8 11.7h.01M12.3 11.7h.01M15.8 11.7h.01"/>`),down:P(S`<path d="m6 9.5 6 6 6-6"/>`),close:P(S`<path d="M6.5 6.5l11 11M17.5 6.5l-11 11"/>`),menu:P(S`<path stroke-width="3.5" d="M12 5.5h.01M12 12h.01M12 18.5h.01"/>`),expand:P(S`<path d="M14.5 4.5h5v5M19.5 4.5l-6 6M9.5 19.5h-5v-5M4.5 19.5l6-6"/>`),shrink:P(S`<path d="M19.5 9.5h-5v-5M14.5 9.5l5.5-5.5M4.5 14.5h5v5M9.5 14.5 4 20"/>`),send:P(S`<path d="M12 19V5.5M5.8 11.5 12 5.3l6.2 6.2"/>`),again:P(S`<path d="M4.5 12a7.5 7.5 0 1 0 2.3-5.4L4.5 8.8M4.5 4.3v4.5H9"/>`),bin:P(S`<path d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l.8 12.5h9.4L17.5 7M10.2 11v5M13.8 11v5"/>`),save:P(S`<path d="M12 4.5v10M7.5 10.5l4.5 4.5 4.5-4.5M5 19.5h14"/>`),lock:P(S`<rect x="5" y="10.5" width="14" height="9" rx="2"/><path d="M8 10.5V8a4 4 0 0 1 8 0v2.5"/>`),thumbsUp:P(Mt),thumbsDown:P(S`<g transform="rotate(180 12 12)">${Mt}</g>`),copy:P(S`<rect x="8.5" y="8.5" width="11" height="11" rx="2"/><path d="M15.5 5.5a1 1 0 0 0-1-1h-9a1 1 0 0 0-1 1v9a1 1 0 0 0 1 1"/>`),done:P(S`<path d="m5 12.5 4.5 4.5L19 7.5"/>`),source:P(S`<path d="M9.5 14.5l5-5M11 6.8l1.2-1.2a4.4 4.4 0 0 1 6.2 6.2L17.2 13M13 17.2l-1.2 1.2a4.4 4.4 0 0 1-6.2-6.2L6.8 11"/>`),problem:P(S`<circle cx="12" cy="12" r="8"/><path d="M12 8v4.5M12 15.8h.01"/>`)},Nt=new Set([`http:`,`https:`,`mailto:`,`tel:`]);function Pt(e,t){try{let n=new URL(e,t);return Nt.has(n.protocol)?n.href:null}catch{return null}}function Ft(e,t){try{let n=new URL(`charts/`,t),r=new URL(e.replace(/^\/(?!\/)/,``),t);return r.origin===n.origin&&r.pathname.startsWith(n.pathname)?r.href:null}catch{return null}}var It=e=>typeof e==`object`&&e&&!Array.isArray(e)?e:{},Lt=e=>typeof e==`string`?e:``;function Rt(e){let t=Object.entries(It(e.ratings)).filter(e=>typeof e[1]==`boolean`);return{token:Lt(e.token),ratings:Object.fromEntries(t)}}var zt=e=>({isOpen:e.isOpen===!0,draft:Lt(e.draft),unsent:Array.isArray(e.unsent)?e.unsent.map(pt).filter(e=>e!==null):[]}),Bt=class{#e;#t;#n;constructor(e){this.#e=`career-chat ${e.href}`,this.#t=new Vt(()=>window.localStorage,this.#e,Rt),this.#n=new Vt(()=>window.sessionStorage,this.#e,zt)}get name(){return this.#e}get kept(){return this.#t.read()}keep(e){this.#t.write({...this.kept,...e})}forget(){this.#t.write(Rt({})),this.keepInTab({unsent:[]})}get tab(){return this.#n.read()}keepInTab(e){this.#n.write({...this.tab,...e})}},Vt=class{#e;constructor(e,t,n){this.storage=e,this.name=t,this.check=n,this.#e=n({})}read(){let e;try{e=this.storage().getItem(this.name)}catch{return this.#e}try{return this.check(It(JSON.parse(e??`null`)))}catch{return this.check({})}}write(e){this.#e=e;try{this.storage().setItem(this.name,JSON.stringify(e))}catch{}}},Ht=/\/widget\/[^/]*$/,Ut=document.currentScript instanceof HTMLScriptElement?document.currentScript:null,Wt=Ut,Gt=new URL(Ut&&Ht.test(Ut.src)?Ut.src.replace(Ht,`/`):`/`,document.baseURI);function Kt(e){if(!e)return Gt;try{let t=new URL(e.endsWith(`/`)?e:`${e}/`,document.baseURI);if(t.protocol===`https:`||t.protocol===`http:`)return t}catch{}return console.warn(`career-chat: server="${e}" is no web address; ${Gt.href} is used`),Gt}var qt=o`
  .ask,
  .viewer {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }
  .ask {
    width: min(24em, calc(100vw - 32px));
    padding: 1.3em;
  }
  .ask h2 {
    font-size: 1.15em;
    line-height: 1.3;
  }
  .ask > * + * {
    margin-block-start: 0.8em;
  }
  .ask .failed {
    color: var(--_danger);
  }
  .ask .failed:empty {
    display: none;
  }
  .viewer {
    max-width: min(1100px, calc(100vw - 32px));
    max-height: calc(100dvh - 32px);
    padding: 0;
    background: #fff;
    overflow: auto;
  }
  .viewer img {
    display: block;
    max-width: 100%;
    height: auto;
  }
  .viewer .tool {
    position: fixed;
    inset-block-start: 16px;
    inset-inline-end: 16px;
    width: 44px;
    height: 44px;
    border-radius: 50%;
    background: #1c2126;
    color: #fff;
  }
  /* On a phone the picture is larger than the screen, so that its words can be read, and one moves over it. */
  @media (max-width: 480px), (max-height: 480px) {
    .viewer {
      width: 100vw;
      height: 100dvh;
      max-width: none;
      max-height: none;
      border: 0;
      border-radius: 0;
    }
    .viewer[open] {
      display: grid;
      align-items: safe center;
    }
    .viewer img {
      width: max(100%, 40em);
      max-width: none;
    }
  }
  ::backdrop {
    background: rgb(12 16 20 / 0.6);
  }
`,Jt=o`
  @media (forced-colors: active) {
    .tool,
    .main-button,
    .reply,
    .send,
    .launcher {
      border: 1px solid ButtonText;
    }
    .send:disabled {
      border-color: GrayText;
    }
    .tool[aria-pressed='true'],
    .reply[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .bubble,
    .typing,
    .notice {
      border: 1px solid CanvasText;
    }
    .said .bubble {
      border-style: dashed;
    }
    .typing span {
      background: CanvasText;
    }
  }
`,Yt=o`
  .log {
    flex: 1;
    min-height: 0;
    position: relative;
    display: flex;
    flex-direction: column;
    gap: 1em;
    padding: 1em;
    overflow: hidden auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--_control) transparent;
  }
  .log:focus-visible {
    outline-offset: -3px;
  }
  .entry {
    display: flex;
    flex-direction: column;
    max-width: 100%;
    animation: appear 0.18s ease-out;
  }
  @keyframes appear {
    from {
      opacity: 0;
      transform: translateY(4px);
    }
  }
  .bubble {
    position: relative;
    padding: 0.65em 0.95em;
    border-radius: 16px;
    overflow-wrap: anywhere;
  }
  .said {
    align-items: flex-end;
  }
  .said .bubble {
    max-width: 86%;
    border-end-end-radius: 5px;
    background: var(--_fill);
    color: #fff;
  }
  .said:is(.waiting, .failed, .refused) .bubble {
    background: var(--_surface);
    color: var(--_text);
    box-shadow: inset 0 0 0 1px var(--_control);
  }
  .answer {
    align-items: flex-start;
  }
  .answer .bubble {
    max-width: 100%;
    border-end-start-radius: 5px;
    background: var(--_raised);
  }
  .bubble > * + *,
  .bubble blockquote > * + * {
    margin-block-start: 0.65em;
  }
  .bubble > .for-reader + * {
    margin-block-start: 0;
  }
  .bubble :is(ul, ol) {
    padding-inline-start: 1.3em;
  }
  .bubble li + li {
    margin-block-start: 0.25em;
  }
  .bubble blockquote {
    margin-inline: 0;
    padding-inline-start: 0.8em;
    border-inline-start: 3px solid var(--_control);
  }
  .bubble pre {
    overflow-x: auto;
    margin-block-end: 0;
  }
  .bubble :is(code, pre) {
    font-family: ui-monospace, monospace;
    font-size: 0.93em;
  }
  .bubble hr {
    border: 0;
    border-block-start: 1px solid var(--_line);
  }
  .source {
    display: flex;
    gap: 0.5em;
    padding-block-start: 0.6em;
    border-block-start: 1px solid var(--_line);
    color: var(--_quiet);
    font-size: 0.86em;
    line-height: 1.45;
  }
  .source .icon {
    margin-block-start: 0.1em;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.15em;
    padding-inline: 0.4em;
    color: var(--_quiet);
    font-size: 0.8em;
  }
  .foot time {
    margin-inline-end: 0.4em;
  }
  .said .foot {
    padding-block-start: 0.25em;
  }
  .said:is(.failed, .refused) .foot {
    color: var(--_danger);
  }
  career-chat-tools {
    display: contents;
  }
  .foot .icon {
    width: 17px;
    height: 17px;
  }
  .thumbs {
    display: flex;
  }
  .said-back:not(:empty) {
    margin-inline-start: 0.4em;
  }
  .goes-on + .answer {
    margin-block-start: -0.5em;
  }
  .disclosure {
    padding: 0.5em 0.4em 0;
    color: var(--_quiet);
    font-size: 0.82em;
    line-height: 1.45;
  }
  .notice {
    align-self: center;
    max-width: 90%;
    padding: 0.35em 1em;
    border-radius: 12px;
    background: var(--_tint);
    font-size: 0.88em;
    text-align: center;
  }

  .replies {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block-start: -0.4em;
  }
  .starters {
    margin-block-start: 0;
  }
  .reply {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-height: max(38px, var(--_touch));
    max-width: 100%;
    padding: 0.3em 1em;
    border: 1px solid var(--_link);
    border-radius: 19px;
    background: var(--_surface);
    color: var(--_link);
    font-size: 0.94em;
    font-weight: 550;
    line-height: 1.35;
    text-align: start;
    overflow-wrap: anywhere;
    transition: background-color 0.15s;
  }
  .reply:hover:enabled {
    background: var(--_tint);
  }
  .reply:disabled {
    border-color: var(--_line);
    color: var(--_quiet);
  }
  .reply[aria-pressed='true'] {
    border-color: var(--_link);
    background: var(--_tint);
    color: var(--_text);
  }

  .table {
    position: relative;
    max-width: 100%;
    overflow-x: auto;
    border: 1px solid var(--_line);
    border-radius: 10px;
    font-size: 0.92em;
    scrollbar-width: thin;
    /* A shadow on the side where there is more: the covers move with the table, the shadows do not. */
    background:
      linear-gradient(to right, var(--_surface) 50%, transparent) 0 0 / 40px 100% local,
      linear-gradient(to left, var(--_surface) 50%, transparent) 100% 0 / 40px 100% local,
      linear-gradient(to right, var(--_more), transparent) 0 0 / 14px 100% scroll,
      linear-gradient(to left, var(--_more), transparent) 100% 0 / 14px 100% scroll;
    background-repeat: no-repeat;
    background-color: var(--_surface);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  :is(th, td) {
    padding: 0.45em 0.75em;
    text-align: start;
    vertical-align: top;
    overflow-wrap: normal;
  }
  tbody :is(th, td) {
    border-block-start: 1px solid var(--_line);
  }
  tbody th {
    font-weight: 550;
  }
  thead {
    color: var(--_quiet);
    font-size: 0.9em;
  }

  .picture button {
    display: block;
    width: 100%;
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: 10px;
    background: #fff;
    overflow: hidden;
    cursor: zoom-in;
  }
  .picture img {
    display: block;
    width: 100%;
    height: auto;
    min-height: 4em;
  }
  .picture .instead,
  .picture[data-broken] button {
    display: none;
  }
  .picture[data-broken] .instead {
    display: block;
  }

  .reason {
    flex-basis: 100%;
    display: grid;
    gap: 0.7em;
    margin-block: 0.4em;
    padding: 0.9em;
    border: 1px solid var(--_line);
    border-radius: 12px;
    background: var(--_surface);
    color: var(--_text);
    font-size: 1.12em;
  }
  .reason legend {
    padding: 0;
    margin-block-end: 0.3em;
    font-weight: 650;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 0.6em;
    min-height: var(--_touch);
    cursor: pointer;
  }
  .choice input {
    flex: none;
    width: 1.2em;
    height: 1.2em;
    margin: 0;
    accent-color: var(--_link);
  }
  .comment {
    display: grid;
    gap: 0.25em;
  }
  .comment textarea {
    width: 100%;
    padding: 0.5em 0.7em;
    border: 1px solid var(--_control);
    border-radius: 10px;
    background: var(--_surface);
    color: var(--_text);
    font-size: max(1em, 16px);
    resize: vertical;
  }

  .typing {
    display: flex;
    gap: 5px;
    align-self: flex-start;
    padding: 0.95em 1.05em;
    border-radius: 16px;
    border-end-start-radius: 5px;
    background: var(--_raised);
  }
  .typing span {
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: var(--_quiet);
    animation: breathe 1.2s infinite ease-in-out;
  }
  .typing span:nth-child(2) {
    animation-delay: 0.15s;
  }
  .typing span:nth-child(3) {
    animation-delay: 0.3s;
  }
  @keyframes breathe {
    0%,
    60%,
    100% {
      opacity: 0.35;
    }
    30% {
      opacity: 1;
    }
  }
`,Xt=o`
  .launcher {
    position: fixed;
    z-index: var(--_layer);
    inset-block-end: calc(var(--_edge) + env(safe-area-inset-bottom, 0px));
    inset-inline-end: calc(var(--_edge) + env(safe-area-inset-right, 0px));
    display: grid;
    place-items: center;
    width: 60px;
    height: 60px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: var(--_fill);
    color: #fff;
    box-shadow: 0 6px 20px rgb(16 24 32 / 0.28);
    transition:
      transform 0.18s ease,
      background-color 0.15s;
  }
  :host([side='start']) .launcher {
    inset-inline: calc(var(--_edge) + env(safe-area-inset-left, 0px)) auto;
  }
  .launcher:hover {
    background: var(--_fill-hover);
    transform: translateY(-2px);
  }
  .launcher:focus-visible {
    outline: 3px solid var(--_surface);
    outline-offset: -6px;
    box-shadow: 0 0 0 3px var(--_link);
  }
  .launcher .icon {
    width: 28px;
    height: 28px;
  }
  .badge {
    position: absolute;
    inset-block-start: -3px;
    inset-inline-end: -3px;
    min-width: 22px;
    padding-inline: 5px;
    border-radius: 11px;
    border: 2px solid var(--_surface);
    background: var(--_danger-fill);
    color: #fff;
    font-size: 12px;
    font-weight: 700;
    line-height: 18px;
  }

  .panel {
    position: fixed;
    z-index: var(--_layer);
    inset: auto;
    inset-block-end: calc(var(--_edge) + 74px + env(safe-area-inset-bottom, 0px));
    inset-inline-end: calc(var(--_edge) + env(safe-area-inset-right, 0px));
    width: min(25em, calc(100vw - 2 * var(--_edge)));
    height: min(41em, calc(100dvh - 94px - 2 * var(--_edge)));
    max-width: none;
    max-height: none;
    margin: 0;
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
    overflow: hidden;
    overscroll-behavior: contain;
  }
  .panel[open] {
    display: flex;
    flex-direction: column;
    animation: rise 0.2s ease-out;
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(12px);
    }
  }
  :host([side='start']) .panel {
    inset-inline: calc(var(--_edge) + env(safe-area-inset-left, 0px)) auto;
  }
  .panel[data-large] {
    width: min(44em, calc(100vw - 2 * var(--_edge)));
    height: calc(100dvh - 94px - 2 * var(--_edge));
  }
  .panel:focus {
    outline: none;
  }

  .head {
    position: relative;
    display: flex;
    align-items: center;
    gap: 0.15em;
    padding: 0.7em 0.7em 0.7em 1em;
    background: var(--_fill);
    color: #fff;
  }
  .head :focus-visible {
    outline-color: #fff;
    outline-offset: -3px;
  }
  .mark {
    display: grid;
    place-items: center;
    flex: none;
    width: 2.4em;
    height: 2.4em;
    margin-inline-end: 0.6em;
    border-radius: 50%;
    background: rgb(255 255 255 / 0.18);
  }
  .title {
    flex: 1;
    min-width: 0;
  }
  .title h2 {
    font-size: 1.05em;
    font-weight: 650;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  .title p {
    font-size: 0.82em;
    line-height: 1.3;
  }
  .menu {
    position: absolute;
    z-index: 1;
    inset-block-start: calc(100% - 0.3em);
    inset-inline-end: 0.7em;
    min-width: min(12em, 100% - 1.4em);
    max-width: calc(100% - 1.4em);
    padding: 0.35em;
    list-style: none;
    border: 1px solid var(--_line);
    border-radius: 12px;
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }
  .menu button,
  .menu a {
    display: flex;
    align-items: center;
    gap: 0.7em;
    width: 100%;
    min-height: 44px;
    padding: 0.3em 0.8em;
    border: 0;
    border-radius: 8px;
    background: none;
    color: inherit;
    text-align: start;
    text-decoration: none;
  }
  .menu button:hover,
  .menu a:hover {
    background: var(--_raised);
  }
  .menu :focus-visible {
    outline-color: var(--_link);
  }

  .dock {
    border-block-start: 1px solid var(--_line);
    background: var(--_surface);
    padding-block-end: env(safe-area-inset-bottom, 0px);
  }
  .problem {
    display: flex;
    align-items: center;
    gap: 0.6em;
    padding: 0.6em 0.9em;
    background: light-dark(#fdf0ee, #3a2422);
    font-size: 0.92em;
  }
  .problem p {
    flex: 1;
  }
  .problem > .icon {
    color: var(--_danger);
  }
  .problem .plain-button {
    flex: none;
  }
  .composer {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: end;
    gap: 0 0.5em;
    padding: 0.7em;
  }
  .composer textarea {
    field-sizing: content;
    min-height: 44px;
    max-height: 8.5em;
    padding: 9px 0.9em;
    border: 1px solid var(--_control);
    border-radius: 22px;
    background: var(--_surface);
    color: var(--_text);
    /* Smaller, and an iPhone enlarges the page when the field gets the focus. */
    font-size: max(1em, 16px);
    line-height: 1.5;
    resize: none;
  }
  .composer textarea::placeholder {
    color: var(--_quiet);
    opacity: 1;
  }
  .composer textarea:focus-visible {
    outline-offset: -1px;
    border-color: var(--_link);
  }
  .composer textarea[aria-invalid] {
    outline-color: var(--_danger);
    border-color: var(--_danger);
  }
  .send {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: var(--_fill);
    color: #fff;
    transition: background-color 0.15s;
  }
  .send:hover:enabled {
    background: var(--_fill-hover);
  }
  .send:disabled {
    background: var(--_raised);
    color: var(--_quiet);
  }
  .left {
    grid-column: 1 / -1;
    padding: 0.3em 0.9em 0;
    font-size: 0.85em;
    color: var(--_quiet);
  }
  .left:empty {
    display: none;
  }
  .left[data-full] {
    color: var(--_danger);
  }

  @media (max-width: 480px), (max-height: 480px) {
    .panel,
    .panel[data-large],
    :host([side='start']) .panel {
      inset: var(--_seen-top, 0px) 0 auto 0;
      width: 100%;
      height: var(--_seen-height, 100dvh);
      border: 0;
      border-radius: 0;
    }
    .head {
      padding-block-start: calc(0.7em + env(safe-area-inset-top, 0px));
    }
    .size {
      display: none;
    }
  }
  /* Where there is little room, every line counts: with a keyboard on the screen, on the smallest phones. */
  @media (max-width: 380px), (max-height: 480px) {
    .mark {
      display: none;
    }
  }
`,Zt=[o`
  :host {
    all: initial !important;
    display: block !important;
    font: var(--career-chat-font-size, medium) / 1.5 var(--career-chat-font, system-ui, 'Segoe UI', Roboto, sans-serif) !important;
    color-scheme: light dark !important;

    --_color: var(--career-chat-color, #0d6b5f);
    /* Whatever color is asked for, white is legible on the first, and the second is legible on the surface. */
    --_fill: oklch(from var(--_color) min(l, 0.5) min(c, 0.16) h);
    --_fill-hover: oklch(from var(--_color) calc(min(l, 0.5) - 0.06) min(c, 0.16) h);
    --_link: light-dark(
      oklch(from var(--_color) min(l, 0.45) min(c, 0.16) h),
      oklch(from var(--_color) max(l, 0.82) min(c, 0.12) h)
    );
    --_tint: light-dark(
      oklch(from var(--_color) 0.955 min(c, 0.025) h),
      oklch(from var(--_color) 0.34 min(c, 0.035) h)
    );
    --_surface: light-dark(#fff, #1b1f24);
    --_raised: light-dark(#f3f5f6, #272d34);
    --_text: light-dark(#1c2126, #eceff2);
    --_quiet: light-dark(#59636e, #a9b4bf);
    --_line: light-dark(#dce1e6, #3b434c);
    --_control: light-dark(#77828d, #8a96a2);
    --_danger: light-dark(#b3261e, #ff8a80);
    --_danger-fill: #b3261e;
    --_more: light-dark(rgb(0 0 0 / 0.22), rgb(255 255 255 / 0.3));
    --_shadow: 0 0.6em 2.4em rgb(16 24 32 / 0.22), 0 0.1em 0.4em rgb(16 24 32 / 0.12);
    --_radius: var(--career-chat-radius, 18px);
    --_layer: var(--career-chat-layer, 2147483000);
    --_edge: var(--career-chat-edge, 20px);
    --_touch: 36px;
  }
  :host([theme='light']) {
    color-scheme: light !important;
  }
  :host([theme='dark']) {
    color-scheme: dark !important;
  }
  :host([hidden]) {
    display: none !important;
  }
  @media (pointer: coarse) {
    :host {
      --_touch: 44px;
    }
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  button,
  textarea,
  input {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  button {
    cursor: pointer;
    touch-action: manipulation;
  }
  button:disabled {
    cursor: default;
  }
  [hidden] {
    display: none !important;
  }
  p,
  h2,
  ul,
  ol,
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  /* English words stay in order on a page from right to left. */
  p,
  h2,
  time,
  legend,
  label {
    unicode-bidi: plaintext;
  }
  :focus-visible {
    outline: 2px solid var(--_link);
    outline-offset: 2px;
  }
  a {
    color: var(--_link);
    text-underline-offset: 0.15em;
  }
  .icon {
    display: block;
    flex: none;
    width: 1.25em;
    height: 1.25em;
  }
  .for-reader {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .plain {
    white-space: pre-wrap;
  }

  .tool {
    display: grid;
    place-items: center;
    flex: none;
    min-width: var(--_touch);
    min-height: var(--_touch);
    padding: 0;
    border: 0;
    border-radius: 10px;
    background: none;
    color: inherit;
    transition: background-color 0.15s;
  }
  .tool:hover {
    background: color-mix(in srgb, currentColor 14%, transparent);
  }
  .tool[aria-pressed='true'] {
    color: var(--_link);
    background: var(--_tint);
  }
  .main-button,
  .plain-button {
    min-height: max(40px, var(--_touch));
    padding: 0.4em 1.1em;
    border-radius: 999px;
    border: 1px solid transparent;
    font-weight: 600;
    transition: background-color 0.15s;
  }
  .main-button {
    background: var(--_fill);
    color: #fff;
  }
  .main-button:hover {
    background: var(--_fill-hover);
  }
  .main-button[data-danger] {
    background: var(--_danger-fill);
  }
  .plain-button {
    background: none;
    border-color: var(--_control);
    color: var(--_text);
  }
  .plain-button:hover:enabled {
    background: var(--_tint);
  }
  .plain-button:disabled {
    color: var(--_quiet);
    border-style: dashed;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6em;
    justify-content: flex-end;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation: none !important;
      transition: none !important;
    }
  }
`,Xt,Yt,qt,Jt],Qt=e=>`${e} ${e===1?`second`:`seconds`}`,$t=e=>`${e} ${e===1?`character`:`characters`}`,en={language:`en`,heading:`Ask about careers`,automated:`Automated assistant`,greeting:`Hi! Ask me about becoming a medical assistant: the work, school, certification, pay and more.`,starters:[`What does a medical assistant do?`,`How do I become a medical assistant?`,`How much do medical assistants make?`,`Which certification is right for me?`],disclosure:`You are talking with a computer program. It gives no medical or legal advice. Please leave out names and health details.`,privacy:`Privacy`,openChat:`Open the chat`,unread:e=>`${e} new ${e===1?`message`:`messages`}`,closeChat:`Close the chat`,more:`More choices`,makeLarger:`Make the chat larger`,makeSmaller:`Make the chat smaller`,messages:`Messages`,you:`You:`,assistant:`Assistant:`,typing:`The assistant is typing`,states:{waiting:`Waiting for its turn`,sending:`Sending`,sent:``,failed:`Not sent yet`,refused:`Not sent`},suggestions:`Suggested replies`,starterQuestions:`Questions to start with`,newTab:`(opens in a new tab)`,table:e=>`Table: ${e}`,picture:`Picture`,largerView:`Larger view`,noPicture:`The picture could not be loaded. It shows:`,close:`Close`,question:`Your question`,placeholder:`Type your question`,send:`Send`,left:e=>`${$t(e)} left`,tooLong:e=>`Too long by ${$t(e)}. Please make it shorter.`,wasHelpful:`Was this answer helpful?`,helpful:`Helpful`,notHelpful:`Not helpful`,whatWasWrong:`What was wrong with it?`,reasons:{wrong_facts:`The facts are wrong`,not_answered:`It did not answer my question`,hard_to_read:`It is hard to read`,something_else:`Something else`},comment:`Anything to add? (optional)`,sendRating:`Send`,noReason:`No, thanks`,thanks:`Thank you, noted.`,ratingFailed:`Your rating could not be saved. Please try again in a moment.`,copy:`Copy the answer`,copied:`Copied`,copyFailed:`This browser did not allow copying.`,save:`Save as text`,startOver:`Start over`,startOverQuestion:`Start a new chat?`,startOverConsequence:`You will not see this one any more. If it should also be gone from our server, choose “Delete my chat” instead.`,startOverConfirm:`Start over`,remove:`Delete my chat`,removeQuestion:`Delete this chat?`,removeConsequence:`All messages and ratings of this chat will be gone from our server for good.`,removeConfirm:`Delete`,removed:`Your chat has been deleted.`,removeFailed:`Your chat could not be deleted just now. Nothing was changed; please try again in a moment.`,cancel:`Cancel`,sessionEnded:`Your earlier chat has ended, so this is a new one. I no longer know what was said above.`,tryAgain:`Try again`,tryAgainIn:e=>`Try again in ${e} s`,dismiss:`Close this notice`,kept:`Your message is kept.`,keptOffline:`Your message is kept and goes out when you are back.`,problems:{unreachable:`The assistant cannot be reached just now.`,offline:`You are offline.`,slow:`The answer is taking too long.`,failed:`Something went wrong on our side.`,notReady:`The assistant is just starting.`,tooMany:e=>`That was a lot at once. Please wait ${e?Qt(e):`a little`}.`,unknownButton:`This button does not work any more. Please type your question.`,notAllowedHere:`The chat is not set up for this website.`,refused:`This message could not be taken. Please write it another way.`}},tn=e=>`${e} ${e===1?`segundo`:`segundos`}`,nn=e=>`${e} ${e===1?`carácter`:`caracteres`}`,rn={en,es:{language:`es`,heading:`Pregunte sobre carreras`,automated:`Asistente automático`,greeting:`¡Hola! Pregunte cómo es ser asistente médico: el trabajo, los estudios, la certificación, el sueldo y más. Por ahora entiendo y respondo en inglés.`,starters:en.starters,disclosure:`Está hablando con un programa de computadora. No da consejos médicos ni legales. No escriba nombres ni datos de salud.`,privacy:`Privacidad`,openChat:`Abrir el chat`,unread:e=>`${e} ${e===1?`mensaje nuevo`:`mensajes nuevos`}`,closeChat:`Cerrar el chat`,more:`Más opciones`,makeLarger:`Agrandar el chat`,makeSmaller:`Achicar el chat`,messages:`Mensajes`,you:`Usted:`,assistant:`Asistente:`,typing:`El asistente está escribiendo`,states:{waiting:`Esperando su turno`,sending:`Enviando`,sent:``,failed:`Aún no se ha enviado`,refused:`No se envió`},suggestions:`Respuestas sugeridas`,starterQuestions:`Preguntas para empezar`,newTab:`(se abre en otra pestaña)`,table:e=>`Tabla: ${e}`,picture:`Imagen`,largerView:`Ver más grande`,noPicture:`No se pudo cargar la imagen. Muestra:`,close:`Cerrar`,question:`Su pregunta`,placeholder:`Escriba en inglés`,send:`Enviar`,left:e=>`Quedan ${nn(e)}`,tooLong:e=>`Sobran ${nn(e)}. Por favor, escriba algo más corto.`,wasHelpful:`¿Le sirvió esta respuesta?`,helpful:`Me sirvió`,notHelpful:`No me sirvió`,whatWasWrong:`¿Qué estuvo mal?`,reasons:{wrong_facts:`Los datos son incorrectos`,not_answered:`No respondió mi pregunta`,hard_to_read:`Es difícil de leer`,something_else:`Otra cosa`},comment:`¿Algo más? (opcional)`,sendRating:`Enviar`,noReason:`No, gracias`,thanks:`Gracias, anotado.`,ratingFailed:`No se pudo guardar su opinión. Inténtelo de nuevo en un momento.`,copy:`Copiar la respuesta`,copied:`Copiado`,copyFailed:`Este navegador no permitió copiar.`,save:`Guardar como texto`,startOver:`Empezar de nuevo`,startOverQuestion:`¿Empezar un chat nuevo?`,startOverConsequence:`Ya no verá este chat. Si también debe borrarse de nuestro servidor, elija «Borrar mi chat».`,startOverConfirm:`Empezar de nuevo`,remove:`Borrar mi chat`,removeQuestion:`¿Borrar este chat?`,removeConsequence:`Todos los mensajes y opiniones de este chat se borrarán de nuestro servidor para siempre.`,removeConfirm:`Borrar`,removed:`Su chat se ha borrado.`,removeFailed:`No se pudo borrar su chat en este momento. Nada cambió; inténtelo de nuevo en un momento.`,cancel:`Cancelar`,sessionEnded:`Su chat anterior terminó y este es nuevo. Ya no sé lo que se dijo arriba.`,tryAgain:`Reintentar`,tryAgainIn:e=>`Reintentar en ${e} s`,dismiss:`Cerrar este aviso`,kept:`Su mensaje está guardado.`,keptOffline:`Su mensaje está guardado y saldrá cuando vuelva la conexión.`,problems:{unreachable:`No se puede contactar al asistente en este momento.`,offline:`No tiene conexión.`,slow:`La respuesta tarda demasiado.`,failed:`Algo falló de nuestro lado.`,notReady:`El asistente está arrancando.`,tooMany:e=>`Fueron muchos mensajes a la vez. Espere ${e?tn(e):`un poco`}.`,unknownButton:`Este botón ya no funciona. Por favor, escriba su pregunta.`,notAllowedHere:`El chat no está configurado para este sitio.`,refused:`No se pudo aceptar este mensaje. Por favor, escríbalo de otra forma.`}}},an=e=>rn[e.toLowerCase().split(`-`)[0]??``]??en;function on(e,{language:t}){let n=new Date(e);if(Number.isNaN(n.getTime()))return``;let r=n.toDateString()===new Date().toDateString();return new Intl.DateTimeFormat(t,{...!r&&{day:`numeric`,month:`short`},hour:`numeric`,minute:`2-digit`}).format(n)}function sn(e,t){let n=on(e,t);return n?x`<time datetime=${new Date(e).toISOString()}>${n}</time>`:w}function cn(e,t){return`${e.flatMap(e=>{if(e.from===`widget`)return[];let n=e.from===`person`?t.you:t.assistant,r=e.from===`assistant`&&e.image?`[${t.picture}: ${e.alt}]`:``;return[[`${n} ${on(e.time,t)}`.trim(),e.text,r].filter(Boolean).join(`
`)]}).join(`

`)}\n`}function ln(e,t){let n=document.createElement(`a`);n.href=URL.createObjectURL(new Blob([t],{type:`text/plain`})),n.download=e,n.click(),setTimeout(()=>URL.revokeObjectURL(n.href),6e4)}var un={},dn=Ke(class extends qe{constructor(){super(...arguments),this.ot=un}render(e,t){return t()}update(e,[t,n]){if(Array.isArray(t)){if(Array.isArray(this.ot)&&this.ot.length===t.length&&t.every((e,t)=>e===this.ot[t]))return C}else if(this.ot===t)return C;return this.ot=Array.isArray(t)?Array.from(t):t,this.render(t,n)}});function fn(){return{async:!1,breaks:!1,extensions:null,gfm:!0,hooks:null,pedantic:!1,renderer:null,silent:!1,tokenizer:null,walkTokens:null}}var I=fn();function pn(e){I=e}var L={exec:()=>null};function R(e){let t=[];return n=>{let r=Math.max(0,Math.min(3,n-1)),i=t[r];return i||(i=e(r),t[r]=i),i}}function z(e,t=``){let n=typeof e==`string`?e:e.source,r={replace:(e,t)=>{let i=typeof t==`string`?t:t.source;return i=i.replace(B.caret,`$1`),n=n.replace(e,i),r},getRegex:()=>new RegExp(n,t)};return r}var mn=((e=``)=>{try{return!!RegExp(`(?<=1)(?<!1)`+e)}catch{return!1}})(),B={codeRemoveIndent:/^(?: {0,3}\t| {1,4})/gm,listInterruptsParagraph:/^ {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t\n]/,outputLinkReplace:/\\([\[\]])/g,indentCodeCompensation:/^(\s+)(?:```)/,beginningSpace:/^\s+/,endingHash:/#$/,startingSpaceChar:/^ /,endingSpaceChar:/ $/,endingSpaceTabChar:/[ \t]$/,nonSpaceChar:/[^ ]/,newLineCharGlobal:/\n/g,tabCharGlobal:/\t/g,leadingSpaceTab:/^[ \t]+/,multipleSpaceGlobal:/\s+/g,blankLine:/^[ \t]*$/,doubleBlankLine:/\n[ \t]*\n[ \t]*$/,blockquoteStart:/^ {0,3}>/,blockquoteSetextReplace:/\n {0,3}((?:=+|-+)[ \t]*)(?=\n|$)/g,blockquoteSetextReplace2:/^ {0,3}>[ \t]?/gm,blockquoteMarkerWhitespace:/^( {0,3}>)(\t[ \t]*)/gm,nestedBlockMarker:/^ {0,3}(?:(?:[*+-]|\d{1,9}[.)])(?: |$)|> ?)/,listReplaceNesting:/^ {1,4}(?=( {4})*[^ ])/g,listIsTask:/^\[[ xX]\][ \t]+\S/,listReplaceTask:/^\[[ xX]\][ \t]+/,listTaskCheckbox:/\[[ xX]\]/,anyLine:/\n.*\n/,hrefBrackets:/^<(.*)>$/,tableDelimiter:/[:|]/,tableAlignChars:/^\||\| *$/g,tableRowBlankLine:/\n[ \t]*$/,tableAlignRight:/^ *-+: *$/,tableAlignCenter:/^ *:-+: *$/,tableAlignLeft:/^ *:-+ *$/,startATag:/^<a /i,endATag:/^<\/a>/i,startPreScriptTag:/^<(pre|code|kbd|script)(\s|>)/i,endPreScriptTag:/^<\/(pre|code|kbd|script)(\s|>)/i,startAngleBracket:/^</,endAngleBracket:/>$/,pedanticHrefTitle:/^([^'"]*[^\s])\s+(['"])(.*)\2/,unicodeAlphaNumeric:/[\p{L}\p{N}]/u,numericCharacterReference:/&#(?:(\d{1,7})|[Xx]([A-Fa-f0-9]{1,6}));/,numericCharacterReferenceOrAmpersand:/&#(?:(\d{1,7})|[Xx]([A-Fa-f0-9]{1,6}));|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/g,escapeTest:/[&<>"']/,escapeReplace:/[&<>"']/g,escapeTestNoEncode:/[<>"']|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/,escapeReplaceNoEncode:/[<>"']|&(?!(#\d{1,7}|#[Xx][a-fA-F0-9]{1,6}|\w+);)/g,caret:/(^|[^\[])\^/g,percentDecode:/%25/g,findPipe:/\|/g,splitPipe:/ \|/,slashPipe:/\\\|/g,carriageReturn:/\r\n|\r/g,spaceLine:/^ +$/gm,notSpaceStart:/^\S*/,endingNewline:/\n$/,listItemRegex:e=>RegExp(`^( {0,3}${e})((?:[	 ][^\\n]*)?(?:\\n|$))`),nextBulletRegex:R(e=>RegExp(`^ {0,${e}}(?:[*+-]|\\d{1,9}[.)])((?:[ 	][^\\n]*)?(?:\\n|$))`)),hrRegex:R(e=>RegExp(`^ {0,${e}}((?:-[ 	]*){3,}|(?:_[ 	]*){3,}|(?:\\*[ 	]*){3,})(?:\\n+|$)`)),fencesBeginRegex:R(e=>RegExp(`^ {0,${e}}(?:\`\`\`|~~~)`)),headingBeginRegex:R(e=>RegExp(`^ {0,${e}}#{1,6}(?:\\s|$)`)),pedanticHeadingBeginRegex:R(e=>RegExp(`^ {0,${e}}#`)),htmlBeginRegex:R(e=>RegExp(`^ {0,${e}}(?:</?(?:${xn})(?:[ \\t]+|$|/?>)|<(?:(?:script|pre|style|textarea)(?:[\\s>]|$)|!--)|<\\?|<![A-Za-z]|<!\\[CDATA\\[)`,`i`)),blockquoteBeginRegex:R(e=>RegExp(`^ {0,${e}}>`)),nestedContainerMarkers:/^(?: {0,3}(?:(?:[*+-]|\d{1,9}[.)])[ \t]+|>[ \t]?))+/},hn=/^(?:[ \t]*(?:\n|$))+/,gn=/^((?: {4}| {0,3}\t)[^\n]+(?:\n(?:[ \t]*(?:\n|$))*)?)+/,_n=/^ {0,3}(`{3,}(?=[^`\n]*(?:\n|$))|~{3,})([^\n]*)(?:\n|$)(?:|([\s\S]*?)(?:\n|$))(?: {0,3}(?:(?=`)\1`*|(?=~)\1~*) *(?=\n|$)|$)/,vn=/^ {0,3}((?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/,yn=/^ {0,3}(#{1,6})(?=\s|$)(.*)(?:\n+|$)/,bn=/ {0,3}(?:[*+-]|\d{1,9}[.)])/,xn=`address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|meta|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul`,Sn=z(` {0,3}(?:</?(?:tag)(?:[ \\t]+|\\n|/?>)|<(?:(?:script|pre|style|textarea)(?:[\\s>]|$)|!--)|<\\?|<![A-Za-z]|<!\\[CDATA\\[)`).replace(`tag`,xn).getRegex(),Cn=/^(?!bull |blockCode|fences|blockquote|heading|html|table)((?:.|\n(?!\s*?\n|bull |fences|blockquote|heading|hr|html|table))+?)\n {0,3}(=+|-+)[ \t]*(?:\n+|$)/,wn=z(Cn).replace(/bull/g,bn).replace(/blockCode/g,/(?: {4}| {0,3}\t)/).replace(/fences/g,/ {0,3}(?:`{3,}|~{3,})/).replace(/blockquote/g,/ {0,3}>/).replace(/heading/g,/ {0,3}#{1,6}(?:\s|$)/).replace(/hr/g,/ {0,3}(?:(?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/).replace(/\|table/g,``).replace(/html/g,Sn).getRegex(),Tn=z(Cn).replace(/bull/g,bn).replace(/blockCode/g,/(?: {4}| {0,3}\t)/).replace(/fences/g,/ {0,3}(?:`{3,}|~{3,})/).replace(/blockquote/g,/ {0,3}>/).replace(/heading/g,/ {0,3}#{1,6}(?:\s|$)/).replace(/hr/g,/ {0,3}(?:(?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})(?:\n+|$)/).replace(/table/g,/ {0,3}\|?(?:[:\- ]*\|)+[\:\- ]*\n/).replace(/html/g,Sn).getRegex(),En=/^([^\n]+(?:\n(?!hr|heading|lheading|blockquote|fences|list|html|table|[ \t]+\n)[^\n]+)*)/,Dn=/^[^\n]+/,On=/(?!\s*\])(?:\\[\s\S]|[^\[\]\\\n]|\n(?![ \t]*\n))+/,kn=z(/^ {0,3}\[(label)\]: *(?:\n[ \t]*)?([^<\s][^\s]*|<(?:\\.|[^\n<>\\])*>)(?:(?: +(?:\n[ \t]*)?| *\n[ \t]*)(title))? *(?:\n+|$)/).replace(`label`,On).replace(`title`,/(?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\\n]|\n(?!\n))*'|\((?:\\[\s\S]|[^()\\])*\))/).getRegex(),An=z(/^(bull)([ \t][^\n]*?)?(?:\n|$)/).replace(/bull/g,bn).getRegex(),jn=/<!--(?:-?>|[\s\S]*?(?:-->|$))/,Mn=z(`^ {0,3}(?:<(script|pre|style|textarea)[\\s>][\\s\\S]*?(?:</\\1>[^\\n]*\\n*|$)|comment[^\\n]*(\\n+|$)|<\\?[\\s\\S]*?(?:\\?>[^\\n]*\\n*|$)|<![A-Z][\\s\\S]*?(?:>[^\\n]*\\n*|$)|<!\\[CDATA\\[[\\s\\S]*?(?:\\]\\]>[^\\n]*\\n*|$)|</?(tag)(?:[ \\t]+|\\n|/?>|$)[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$)|<(?!(?:script|pre|style|textarea)(?![a-z0-9-]))([a-z][a-z0-9-]*)(?:attribute)*?[ \\t]*/?>(?=[ \\t]*(?:\\n|$))[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$)|</[a-z][a-z0-9-]*\\s*>(?=[ \\t]*(?:\\n|$))[\\s\\S]*?(?:(?:\\n[ 	]*)+\\n|$))`,`i`).replace(`comment`,jn).replace(`tag`,xn).replace(`attribute`,/[ \t]+[a-zA-Z:_][\w.:-]*(?:[ \t]*=[ \t]*"[^"\n]*"|[ \t]*=[ \t]*'[^'\n]*'|[ \t]*=[ \t]*[^\s"'=<>`]+)?/).getRegex(),Nn=e=>z(En).replace(`hr`,vn).replace(`heading`,` {0,3}#{1,6}(?:\\s|$)`).replace(`|lheading`,``).replace(`|table`,``).replace(`blockquote`,` {0,3}>`).replace(`fences`," {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace(`list`,e).replace(`html`,Sn).getRegex(),Pn=Nn(/ {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t\n]/),Fn=Nn(/ {0,3}(?:[*+-]|\d{1,9}[.)])(?:[ \t]|\n|$)/),In={blockquote:z(/^( {0,3}> ?(?:(?![ \t]*(?:\n|$))(paragraph)|[^\n]*)(?:\n|$))+/).replace(`paragraph`,Fn).getRegex(),code:gn,def:kn,fences:_n,heading:yn,hr:vn,html:Mn,lheading:wn,list:An,newline:hn,paragraph:Pn,table:L,text:Dn},Ln=z(`^ *([^\\n ].*)\\n {0,3}((?:\\| *)?:?-+:? *(?:\\| *:?-+:? *)*(?:\\| *)?)(?:\\n((?:(?! *\\n|hr|heading|blockquote|code|fences|list|html).*(?:\\n|$))*)\\n*|$)`).replace(`hr`,vn).replace(`heading`,` {0,3}#{1,6}(?:\\s|$)`).replace(`blockquote`,` {0,3}>`).replace(`code`,`(?: {4}| {0,3}	)[^\\n]`).replace(`fences`," {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace(`list`,` {0,3}(?:[*+-]|1[.)])[ \\t]`).replace(`html`,Sn).getRegex(),Rn={...In,lheading:Tn,table:Ln,paragraph:z(En).replace(`hr`,vn).replace(`heading`,` {0,3}#{1,6}(?:\\s|$)`).replace(`|lheading`,``).replace(`table`,Ln).replace(`blockquote`,` {0,3}>`).replace(`fences`," {0,3}(?:`{3,}(?=[^`\\n]*(?:\\n|$))|~~~)[^\\n]*(?:\\n|$)").replace(`list`,` {0,3}(?:[*+-]|1[.)])[ \\t]+[^ \\t\\n]`).replace(`html`,Sn).getRegex()},zn={...In,html:z(`^ *(?:comment(?: *\\n|\\s*$)|<(tag)[\\s\\S]+?</\\1>(?: *\\n{2,}|\\s*$)|<tag(?:"[^"]*"|'[^']*'|\\s[^'"/>\\s]*)*?/?>(?: *\\n{2,}|\\s*$))`).replace(`comment`,jn).replace(/tag/g,`(?!(?:a|em|strong|small|s|cite|q|dfn|abbr|data|time|code|var|samp|kbd|sub|sup|i|b|u|mark|ruby|rt|rp|bdi|bdo|span|br|wbr|ins|del|img)\\b)\\w+(?!:|[^\\w\\s@]*@)\\b`).getRegex(),def:/^ *\[([^\]]+)\]: *<?([^\s>]+)>?(?: +(["(][^\n]+[")]))? *(?:\n+|$)/,heading:/^(#{1,6})(.*)(?:\n+|$)/,fences:L,lheading:/^(.+?)\n {0,3}(=+|-+) *(?:\n+|$)/,paragraph:z(En).replace(`hr`,vn).replace(`heading`,` *#{1,6} *[^
]`).replace(`|table`,``).replace(`blockquote`,` {0,3}>`).replace(`|fences`,``).replace(`|list`,``).replace(`|html`,``).replace(`|tag`,``).replace(`lheading`,wn).getRegex()},Bn=/^\\([!"#$%&'()*+,\-./:;<=>?@\[\]\\^_`{|}~])/,Vn=/^(`+)([^`]|[^`][\s\S]*?[^`])\1(?!`)/,Hn=/^( {2,}|\\)\n(?!\s*$)[ \t]*/,Un=/^(`+|[^`])(?:(?= {2,}\n)|[\s\S]*?(?:(?=[\\<!\[`*_]|\b_|$)|[^ ](?= {2,}\n)))/,V=/[\p{P}\p{S}]/u,H=/[\s\p{P}\p{S}]/u,Wn=/[^\s\p{P}\p{S}]/u,Gn=z(/^((?![*_])punctSpace)/,`u`).replace(/punctSpace/g,H).getRegex(),Kn=/[\p{Pi}\p{Ps}"']/u,qn=/(?!~)[\p{P}\p{S}]/u,Jn=/(?!~)[\s\p{P}\p{S}]/u,Yn=/(?:[^\s\p{P}\p{S}]|~)/u,Xn=z(/link|precode-code|html/,`g`).replace(`link`,/\[(?:[^\[\]`]|(?<a>`+)[^`]+\k<a>(?!`))*?\]\((?:\\[\s\S]|[^\\\(\)]|\((?:\\[\s\S]|[^\\\(\)])*\))*\)/).replace(`precode-`,mn?"(?<!`)()":"(^^|[^`])").replace(`code`,/(?<b>`+)[^`]+\k<b>(?!`)/).replace(`html`,/<(?! )[^<>]*?>/).getRegex(),Zn=/^(?:\*+(?:((?!\*)punct)|([^\s*]))?)|^_+(?:((?!_)punct)|([^\s_]))?/,Qn=z(Zn,`u`).replace(/punct/g,V).getRegex(),$n=z(Zn,`u`).replace(/punct/g,qn).getRegex(),er=z(/^(?:\*+(?:((?!\*)(?!openQuote)punct)|([^\s*]))?)|^_+(?:((?!_)(?!openQuote)punct)|([^\s_]))?/,`u`).replace(/openQuote/g,Kn).replace(/punct/g,V).getRegex(),tr=`^[^_*]*?__[^_*]*?\\*[^_*]*?(?=__)|[^*]+(?=[^*])|(?!\\*)punct(\\*+)(?=[\\s]|$)|notPunctSpace(\\*+)(?!\\*)(?=punctSpace|$)|(?!\\*)punctSpace(\\*+)(?=notPunctSpace)|[\\s](\\*+)(?!\\*)(?=punct)|(?!\\*)punct(\\*+)(?!\\*)(?=punct)|notPunctSpace(\\*+)(?=notPunctSpace)`,nr=z(tr,`gu`).replace(/notPunctSpace/g,Wn).replace(/punctSpace/g,H).replace(/punct/g,V).getRegex(),rr=z(tr,`gu`).replace(/notPunctSpace/g,Yn).replace(/punctSpace/g,Jn).replace(/punct/g,qn).getRegex(),ir=z(`^[^_*]*?__[^_*]*?\\*[^_*]*?(?=__)|[^*]+(?=[^*])|(?!\\*)punct(\\*+)(?=[\\s]|$)|notPunctSpace(\\*+)(?!\\*)(?=punctSpace|$)|(?!\\*)[\\s](\\*+)(?=notPunctSpace)|[\\s](\\*+)(?!\\*)(?=punct)|(?!\\*)punct(\\*+)(?!\\*)(?=punct)|(?:(?!\\*)punct|notPunctSpace)(\\*+)(?!\\*)(?=notPunctSpace)`,`gu`).replace(/notPunctSpace/g,Wn).replace(/punctSpace/g,H).replace(/punct/g,V).getRegex(),ar=z(`^[^_*]*?\\*\\*[^_*]*?_[^_*]*?(?=\\*\\*)|[^_]+(?=[^_])|(?!_)punct(_+)(?=[\\s]|$)|notPunctSpace(_+)(?!_)(?=punctSpace|$)|(?!_)punctSpace(_+)(?=notPunctSpace)|[\\s](_+)(?!_)(?=punct)|(?!_)punct(_+)(?!_)(?=punct)`,`gu`).replace(/notPunctSpace/g,Wn).replace(/punctSpace/g,H).replace(/punct/g,V).getRegex(),or=z(`^[^_*]*?\\*\\*[^_*]*?_[^_*]*?(?=\\*\\*)|[^_]+(?=[^_])|(?!_)punct(_+)(?=[\\s]|$)|notPunctSpace(_+)(?!_)(?=punctSpace|$)|(?!_)[\\s](_+)(?=notPunctSpace)|[\\s](_+)(?!_)(?=punct)|(?!_)punct(_+)(?!_)(?=punct)|(?:(?!_)punct|notPunctSpace)(_+)(?!_)(?=notPunctSpace)`,`gu`).replace(/notPunctSpace/g,Wn).replace(/punctSpace/g,H).replace(/punct/g,V).getRegex(),sr=z(/^~~?(?:((?!~)punct)|[^\s~])/,`u`).replace(/punct/g,V).getRegex(),cr=z(`^[^~]+(?=[^~])|(?!~)punct(~~?)(?=[\\s]|$)|notPunctSpace(~~?)(?!~)(?=punctSpace|$)|(?!~)punctSpace(~~?)(?=notPunctSpace)|[\\s](~~?)(?!~)(?=punct)|(?!~)punct(~~?)(?!~)(?=punct)|notPunctSpace(~~?)(?=notPunctSpace)`,`gu`).replace(/notPunctSpace/g,Wn).replace(/punctSpace/g,H).replace(/punct/g,V).getRegex(),lr=z(/\\(punct)/,`gu`).replace(/punct/g,V).getRegex(),ur=z(/(`+)(?:[^`]|[^`][\s\S]*?[^`])\1(?!`)|`+|\\(punct)/,`gu`).replace(/punct/g,V).getRegex(),dr=z(/^<(scheme:[^\s\x00-\x1f<>]*|email)>/).replace(`scheme`,/[a-zA-Z][a-zA-Z0-9+.-]{1,31}/).replace(`email`,/[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+(@)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+(?![-_])/).getRegex(),fr=z(jn).replace(`(?:-->|$)`,`-->`).getRegex(),pr=z(`^comment|^</[a-zA-Z][a-zA-Z0-9-]*\\s*>|^<[a-zA-Z][a-zA-Z0-9-]*(?:attribute)*?\\s*/?>|^<\\?[\\s\\S]*?\\?>|^<![a-zA-Z]+\\s[\\s\\S]*?>|^<!\\[CDATA\\[[\\s\\S]*?\\]\\]>`).replace(`comment`,fr).replace(`attribute`,/\s+[a-zA-Z:_][\w.:-]*(?:\s*=\s*"[^"]*"|\s*=\s*'[^']*'|\s*=\s*[^\s"'=<>`]+)?/).getRegex(),mr=/\[(?:\\[\s\S]|[^\[\]\\])*\]/,hr=z(/(?:\[(?:brackets|\\[\s\S]|[^\[\]\\])*\]|\\[\s\S]|`+(?!`)[^`]*?`+(?!`)|``+(?=\])|[^\[\]\\`])*?/).replace(`brackets`,mr).getRegex(),gr=z(/^!?\[(label)\]\([ \t\n]*(href)(?:(?:[ \t]+(?:\n[ \t]*)?|\n[ \t]*)(title))?[ \t\n]*\)/).replace(`label`,hr).replace(`href`,/<(?:\\.|[^\n<>\\])*>|(?!<)[^ \t\n\x00-\x1f]+|(?=\))/).replace(`title`,/"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\((?:\\[\s\S]|[^)\\])*\)/).getRegex(),_r=z(/^!?\[(label)\]\[(ref)\]/).replace(`label`,hr).replace(`ref`,On).getRegex(),vr=z(/^!?\[(ref)\](?:\[\])?/).replace(`ref`,On).getRegex(),yr=/(?!\s*\])(?:\\[\s\S]|[^\[\]\\]){1,999}/,br=z(/(?:[^\[\]\\`]*(?:\[(?:brackets|\\[\s\S]|[^\[\]\\])*\]|\\[\s\S]|`+(?!`)[^`]*?`+(?!`)|``+(?=\]))){0,999}?[^\[\]\\`]*?/).replace(`brackets`,mr).getRegex(),xr=z(`reflink|nolink(?!\\()`,`g`).replace(`reflink`,z(/^!?\[(label)\]\[(ref)\]/).replace(`label`,br).replace(`ref`,yr).getRegex()).replace(`nolink`,z(/^!?\[(ref)\](?:\[\])?/).replace(`ref`,yr).getRegex()).getRegex(),Sr=/[hH][tT][tT][pP][sS]?|[fF][tT][pP]/,Cr=z(/(?:mailto:email|xmpp:email(?:\/[A-Za-z0-9@.]+)?)/).replace(/email/g,/[A-Za-z0-9._+-]+@[a-zA-Z0-9-_]+(?:\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\w-])/).getRegex(),wr={_backpedal:L,anyPunctuation:lr,anyPunctuationOutsideCode:ur,autolink:dr,blockSkip:Xn,br:Hn,code:Vn,del:L,delLDelim:L,delRDelim:L,emStrongLDelim:Qn,emStrongRDelimAst:nr,emStrongRDelimUnd:ar,escape:Bn,link:gr,nolink:vr,punctuation:Gn,reflink:_r,reflinkSearch:xr,tag:pr,text:Un,url:L},Tr={...wr,emStrongLDelim:er,emStrongRDelimAst:ir,emStrongRDelimUnd:or,link:z(/^!?\[(label)\]\((.*?)\)/).replace(`label`,hr).getRegex(),reflink:z(/^!?\[(label)\]\s*\[([^\]]*)\]/).replace(`label`,hr).getRegex()},Er={...wr,emStrongRDelimAst:rr,emStrongLDelim:$n,delLDelim:sr,delRDelim:cr,url:z(/^emailProtocol|^((?:protocol):\/\/|www\.)(?:[a-zA-Z0-9\-]+\.?)+[^\s<]*|^email/).replace(`emailProtocol`,Cr).replace(`protocol`,Sr).replace(`email`,/[A-Za-z0-9._+-]+(@)[a-zA-Z0-9-_]+(?:\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![\w-])/).getRegex(),_backpedal:/(?:[^?!.,:;*_'"~()&]+|\([^)]*\)|&(?![a-zA-Z0-9]+;$)|[?!.,:;*_'"~)]+(?!$))+/,del:/^(~~?)(?=[^\s~])((?:\\[\s\S]|[^\\])*?(?:\\[\s\S]|[^\s~\\]))\1(?=[^~]|$)/,text:z(/^(?:[^a-zA-Z0-9](?=emailProtocol)|(`+|~+|[^`~])(?:(?=[`~])|(?= {2,}\n)|(?=[a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-]+@)|[\s\S]*?(?:(?=[\\<!\[`*~_]|\b_|protocol:\/\/|wwwStart|$)|[^ ](?= {2,}\n)|[^a-zA-Z0-9](?=emailProtocol)|[^a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-](?=[a-zA-Z0-9.!#$%&'*+\/=?_`{\|}~-]+@))))/).replace(`protocol`,Sr).replace(/emailProtocol/g,/(?:mailto|xmpp):/).replace(`wwwStart`,mn?`(?<![^\\s*_~(])www\\.`:`www\\.`).getRegex()},Dr={...Er,br:z(Hn).replace(`{2,}`,`*`).getRegex(),text:z(Er.text).replace(`\\b_`,`\\b_| {2,}\\n`).replace(/\{2,\}/g,`*`).getRegex()},Or={normal:In,gfm:Rn,pedantic:zn},kr={normal:wr,gfm:Er,breaks:Dr,pedantic:Tr},Ar={"&":`&amp;`,"<":`&lt;`,">":`&gt;`,'"':`&quot;`,"'":`&#39;`},jr=e=>Ar[e];function U(e,t){if(t){if(B.escapeTest.test(e))return e.replace(B.escapeReplace,jr)}else if(B.escapeTestNoEncode.test(e))return e.replace(B.escapeReplaceNoEncode,jr);return e}function Mr(e){return B.numericCharacterReference.test(e)?e.replace(B.numericCharacterReferenceOrAmpersand,(e,t,n)=>{if(t===void 0&&n===void 0)return`&amp;`;let r=t===void 0?Number.parseInt(n,16):Number.parseInt(t,10);return r===0||r>1114111||r>=55296&&r<=57343?`�`:r===38?`&amp;`:String.fromCodePoint(r)}):e}function Nr(e){try{e=encodeURI(e).replace(B.percentDecode,`%`)}catch{return null}return e}function Pr(e,t){let n=e.replace(B.findPipe,(e,t,n)=>{let r=!1,i=t;for(;--i>=0&&n[i]===`\\`;)r=!r;return r?`|`:` |`}).split(B.splitPipe),r=0;if(n[0].trim()||n.shift(),n.length>0&&!n.at(-1)?.trim()&&n.pop(),t){if(n.length>t)n.splice(t);else for(;n.length<t;)n.push(``)}for(;r<n.length;r++)n[r]=n[r].trim().replace(B.slashPipe,`|`);return n}function W(e,t,n){let r=e.length;if(r===0)return``;let i=0;for(;i<r;){let a=e.charAt(r-i-1);if(a===t&&!n)i++;else if(a!==t&&n)i++;else break}return e.slice(0,r-i)}function Fr(e){let t=e.split(`
`),n=t.length-1;for(;n>=0&&B.blankLine.test(t[n]);)n--;return t.length-n<=2?e:t.slice(0,n+1).join(`
`)}function Ir(e){return e.trim().replace(B.multipleSpaceGlobal,` `).toLowerCase().toUpperCase().toLowerCase()}function Lr(e,t){if(e.indexOf(t[0])===-1&&e.indexOf(t[1])===-1)return-1;let n=0;for(let r=0;r<e.length;r++)if(e[r]===`\\`)r++;else if(e[r]===t[0])n++;else if(e[r]===t[1]&&(n--,n<0))return r;return n>0?-2:-1}var Rr=new WeakMap;function zr(e){let t={"*":-1,_:-1},n=-1,r=e.length;for(let i=0;i<r;i++){let a=e[i];if(a!==`*`&&a!==`_`&&a!==`~`)continue;let o=i===0?`
`:e[i-1],s=i+1;for(;s<r&&e[s]===a;)s++;o!==` `&&o!==`	`&&o!==`
`&&o!==`\r`&&o!==`\f`&&(a===`~`?n=i:t[a]=i),i=s-1}return{maskedSrc:e,lastPossibleEmStrongCloserIndex:t,lastPossibleDelCloserIndex:n}}function Br(e,t){let n=zr(t),r=Rr.get(e);r?r.push(n):Rr.set(e,[n])}function Vr(e){let t=Rr.get(e);t&&(t.pop(),t.length===0&&Rr.delete(e))}function Hr(e,t,n){let r=Rr.get(e)?.at(-1);return r&&r.maskedSrc===t?r.lastPossibleEmStrongCloserIndex[n]:zr(t).lastPossibleEmStrongCloserIndex[n]}function Ur(e,t){let n=Rr.get(e)?.at(-1);return n&&n.maskedSrc===t?n.lastPossibleDelCloserIndex:zr(t).lastPossibleDelCloserIndex}function Wr(e,t=0){let n=t,r=``;for(let t of e)if(t===`	`){let e=4-n%4;r+=` `.repeat(e),n+=e}else r+=t,n++;return r}function Gr(e,t){let n=``;for(let r=0;r<e.length;r++){if(e[r]==="`"){let i=t.inline.code.exec(e.slice(r));if(i){n+=i[0],r+=i[0].length-1;continue}}e[r]===`\\`&&(e[r+1]===`[`||e[r+1]===`]`)?(n+=e[r+1],r++):n+=e[r]}return n}function Kr(e,t,n,r,i){let a=t.href,o=t.title||null,s=Gr(e[1],i),c=e[0].charAt(0)===`!`,l=r.state.inLink,u=r.state.linkEmitted,d=r.state.inRawBlock;r.state.inLink=!0,r.state.linkEmitted=!1;let f=r.inlineTokens(s),p=r.state.linkEmitted;if(r.state.linkEmitted=u,r.state.inLink=l,!c){if(p){r.state.inRawBlock=d;return}r.state.linkEmitted=!0}return{type:c?`image`:`link`,raw:n,href:a,title:o,text:s,tokens:f}}function qr(e,t,n){let r=e.match(n.other.indentCodeCompensation);if(r===null)return t;let i=r[1];return t.split(`
`).map(e=>{let t=e.match(n.other.beginningSpace);if(t===null)return e;let[r]=t;return e.slice(Math.min(r.length,i.length))}).join(`
`)}function Jr(e,t,n,r){if(!t.includes(`<`))return!1;for(let i=0;i<t.length;i++){if(t[i]===`\\`){i++;continue}if(t[i]==="`"){let e=r.inline.code.exec(t.slice(i));if(e){i+=e[0].length-1;continue}}if(t[i]!==`<`)continue;let a=e.slice(n+i),o=r.inline.tag.exec(a)||r.inline.autolink.exec(a);if(o){if(o[0].length>t.length-i)return!0;i+=o[0].length-1}}return!1}var G=class{options;rules;lexer;constructor(e){this.options=e||I}space(e){let t=this.rules.block.newline.exec(e);if(t&&t[0].length>0)return{type:`space`,raw:t[0]}}code(e){let t=this.rules.block.code.exec(e);if(t){let e=this.options.pedantic?t[0]:Fr(t[0]);return{type:`code`,raw:e,codeBlockStyle:`indented`,text:e.replace(this.rules.other.codeRemoveIndent,``)}}}fences(e){let t=this.rules.block.fences.exec(e);if(t){let e=t[0],n=qr(e,t[3]||``,this.rules);return t[3]!==void 0&&(n===``||n.endsWith(`
`))&&(n+=`
`),{type:`code`,raw:e,lang:t[2]?t[2].trim().replace(this.rules.inline.anyPunctuation,`$1`):t[2],text:n}}}heading(e){let t=this.rules.block.heading.exec(e);if(t){let e=t[2].trim();if(this.rules.other.endingHash.test(e)){let t=W(e,`#`);(this.options.pedantic||!t||this.rules.other.endingSpaceTabChar.test(t))&&(e=t.trim())}return{type:`heading`,raw:W(t[0],`
`),depth:t[1].length,text:e,tokens:this.lexer.inline(e)}}}hr(e){let t=this.rules.block.hr.exec(e);if(t)return{type:`hr`,raw:W(t[0],`
`)}}blockquote(e){let t=this.rules.block.blockquote.exec(e);if(t){let e=W(t[0],`
`).split(`
`),n=``,r=``,i=[];for(;e.length>0;){let t=!1,a=[],o=0;for(;o<e.length;o++)if(this.rules.other.blockquoteStart.test(e[o]))a.push(e[o]),t=!0;else if(!t)a.push(e[o]);else break;e=e.slice(o);let s=a.join(`
`),c=s.replace(this.rules.other.blockquoteMarkerWhitespace,(e,t,n)=>n.startsWith(` `)?t+` `+n.slice(1):t+Wr(n,t.length)).replace(this.rules.other.blockquoteSetextReplace,`
    $1`).replace(this.rules.other.blockquoteSetextReplace2,``);n=n?`${n}
${s}`:s,r=r?`${r}
${c}`:c;let l=this.lexer.state.top;if(this.lexer.state.top=!0,this.lexer.blockTokens(c,i,!0),this.lexer.state.top=l,e.length===0)break;let u=i.at(-1);if(u?.type===`code`||u?.type===`heading`||u?.type===`hr`||u?.type===`html`||u?.type===`table`)break;if(u?.type===`blockquote`){let t=u,a=e.join(`
`),o=t.raw+`
`+a.replace(this.rules.other.blockquoteSetextReplace2,``),s=this.blockquote(o);i[i.length-1]=s;let c=o.substring(s.raw.length).replace(/^\n/,``),l=c?c.split(`
`).length:0,d=l?e.slice(0,-l):e;if(d.length>0&&(n=`${n}
${d.join(`
`)}`),r=r.substring(0,r.length-t.text.length)+s.text,e=e.slice(d.length),e.length>0&&this.rules.other.blockquoteStart.test(e[0]))continue;break}if(u?.type===`list`){let t=u,a=t.raw+`
`+e.join(`
`),o=this.list(a);i[i.length-1]=o;let s=o.raw.length>t.raw.length?a.slice(t.raw.length+1,o.raw.length).split(`
`).length:0;if(s>0){let t=e.slice(0,s).join(`
`);n=`${n}
${t}`,r=`${r}
${t}`}if(e=e.slice(s),e.length>0&&!this.rules.other.blockquoteStart.test(e[0]))break}}return{type:`blockquote`,raw:n,tokens:i,text:r}}}list(e){let t=this.rules.block.list.exec(e);if(t){if(!this.options.pedantic&&this.lexer.state.lastToken?.type===`text`&&!this.rules.other.listInterruptsParagraph.test(e))return;let n=e,r=()=>n.length-e.length,i=t[1].trim(),a=i.length>1,o={type:`list`,raw:``,ordered:a,start:a?+i.slice(0,-1):``,loose:!1,items:[]};i=a?`\\d{1,9}\\${i.slice(-1)}`:`\\${i}`,this.options.pedantic&&(i=a?i:`[*+-]`);let s=this.rules.other.listItemRegex(i),c=!1;for(;e;){let i=!1,a=``;if(!(t=s.exec(e))||this.rules.block.hr.test(e))break;let l=r();e=e.substring(t[0].length);let u=t[2].split(`
`,1)[0],d=t[1].length,f=this.options.pedantic?Wr(u,d):u.replace(this.rules.other.leadingSpaceTab,e=>Wr(e,d)),p=e.split(`
`,1)[0],m=!f.trim(),h=0;if(this.options.pedantic?(h=2,a=f.trimStart()):m?h=d+1:(h=f.search(this.rules.other.nonSpaceChar),h=h>4?1:h,a=f.slice(h),h+=d),m&&this.rules.other.blankLine.test(p)&&(e=e.substring(p.length+1),i=!0),!i){let t=this.rules.other.nextBulletRegex(h),n=this.rules.other.hrRegex(h),r=this.rules.other.fencesBeginRegex(h),i=this.options.pedantic?this.rules.other.pedanticHeadingBeginRegex(h):this.rules.other.headingBeginRegex(h),o=this.rules.other.htmlBeginRegex(h),s=this.rules.other.blockquoteBeginRegex(h),c=!1;for(;e;){let l=e.split(`
`,1)[0],u;if(p=l,this.options.pedantic?(p=p.replace(this.rules.other.listReplaceNesting,`  `),u=p):u=p.replace(this.rules.other.leadingSpaceTab,e=>Wr(e)),r.test(p)||i.test(p)||o.test(p)||s.test(p)||t.test(p)||n.test(p))break;if(u.search(this.rules.other.nonSpaceChar)>=h||!p.trim())a+=`
`+u.slice(h),c=!1;else{if(m)break;let e=f;if(!this.options.pedantic&&!a.includes(`
`)&&!f.includes(`	`)){let t;for(;!n.test(e)&&(t=this.rules.other.nestedBlockMarker.exec(e));)e=e.slice(t[0].length);if(!e.trim())break}if(e.replace(this.rules.other.tabCharGlobal,`    `).search(this.rules.other.nonSpaceChar)>=4||r.test(e)||i.test(e)||o.test(e)||n.test(e))break;if(!this.options.pedantic&&!c){let e=f.replace(this.rules.other.nestedContainerMarkers,``);if(this.rules.block.fences.test(e)||this.rules.block.heading.test(e)||this.rules.block.hr.test(e))break}let t=!this.options.pedantic&&/^ {0,3}(?:=+|-+) *$/.test(p)&&this.rules.block.lheading.test(`${f}
${p}`)?`    ${u.replace(/^ {0,3}/,``)}`:p;a+=`
`+t,c=!0}m=!p.trim(),e=e.substring(l.length+1),f=u.slice(h)}}let ee=n.slice(l,r());o.loose||(c?o.loose=!0:this.rules.other.doubleBlankLine.test(ee)&&(c=!0)),o.items.push({type:`list_item`,raw:ee,task:!!this.options.gfm&&this.rules.other.listIsTask.test(a),loose:!1,text:a,tokens:[]})}let l=o.items.at(-1);if(l)l.raw=l.raw.trimEnd(),l.text=l.text.trimEnd();else return;o.raw=n.slice(0,r()).trimEnd();let u=[];for(let e of o.items)if(this.lexer.state.top=!1,u.push(this.lexer.inlineQueue.length),e.tokens=this.lexer.blockTokens(e.text,[]),!o.loose){let t=e.tokens.filter(e=>e.type===`space`);o.loose=t.length>0&&t.some(e=>this.rules.other.anyLine.test(e.raw))}for(let e=0;e<o.items.length;e++){let t=o.items[e],n=t.tokens[0];if(t.task&&(n?.type===`text`||n?.type===`paragraph`)){t.text=t.text.replace(this.rules.other.listReplaceTask,``),n.raw=n.raw.replace(this.rules.other.listReplaceTask,``),n.text=n.text.replace(this.rules.other.listReplaceTask,``);let r=this.lexer.inlineQueue;for(let t=u[e];t<r.length;t++)if(r[t].tokens===n.tokens){r[t].src=r[t].src.replace(this.rules.other.listReplaceTask,``);break}let i=this.rules.other.listTaskCheckbox.exec(t.raw);if(i){let e={type:`checkbox`,raw:i[0]+` `,checked:i[0]!==`[ ]`};t.checked=e.checked,o.loose?t.tokens[0]&&[`paragraph`,`text`].includes(t.tokens[0].type)&&`tokens`in t.tokens[0]&&t.tokens[0].tokens?(t.tokens[0].raw=e.raw+t.tokens[0].raw,t.tokens[0].text=e.raw+t.tokens[0].text,t.tokens[0].tokens.unshift(e)):t.tokens.unshift({type:`paragraph`,raw:e.raw,text:e.raw,tokens:[e]}):t.tokens.unshift(e)}}else t.task&&=!1}if(o.loose)for(let e of o.items){e.loose=!0;for(let t of e.tokens)t.type===`text`&&(t.type=`paragraph`)}return o}}html(e){let t=this.rules.block.html.exec(e);if(t){if(this.lexer.state.lastToken?.type===`paragraph`&&!this.rules.other.htmlBeginRegex(4).test(e))return;let n=Fr(t[0]);return{type:`html`,block:!0,raw:n,pre:t[1]===`pre`||t[1]===`script`||t[1]===`style`,text:n}}}def(e){let t=this.rules.block.def.exec(e);if(t){if(!this.rules.other.startAngleBracket.test(t[2])&&Lr(t[2],`()`)!==-1)return;let e=Ir(t[1]),n=t[2]?t[2].replace(this.rules.other.hrefBrackets,`$1`).replace(this.rules.inline.anyPunctuation,`$1`):``,r=t[3]?t[3].substring(1,t[3].length-1).replace(this.rules.inline.anyPunctuation,`$1`):t[3];return{type:`def`,tag:e,raw:W(t[0],`
`),href:n,title:r}}}table(e){let t=this.rules.block.table.exec(e);if(!t||!this.rules.other.tableDelimiter.test(t[2]))return;let n=Pr(t[1]),r=t[2].replace(this.rules.other.tableAlignChars,``).split(`|`),i=t[3]?.trim()?t[3].replace(this.rules.other.tableRowBlankLine,``).split(`
`):[],a={type:`table`,raw:W(t[0],`
`),header:[],align:[],rows:[]};if(n.length===r.length){for(let e of r)this.rules.other.tableAlignRight.test(e)?a.align.push(`right`):this.rules.other.tableAlignCenter.test(e)?a.align.push(`center`):this.rules.other.tableAlignLeft.test(e)?a.align.push(`left`):a.align.push(null);for(let e=0;e<n.length;e++)a.header.push({text:n[e],tokens:this.lexer.inline(n[e]),header:!0,align:a.align[e]});for(let e of i)a.rows.push(Pr(e,a.header.length).map((e,t)=>({text:e,tokens:this.lexer.inline(e),header:!1,align:a.align[t]})));return a}}lheading(e){let t=this.rules.block.lheading.exec(e);if(t){let e=t[1].trim();return{type:`heading`,raw:W(t[0],`
`),depth:t[2].charAt(0)===`=`?1:2,text:e,tokens:this.lexer.inline(e)}}}paragraph(e){let t=this.rules.block.paragraph.exec(e);if(t){let e=t[1].charAt(t[1].length-1)===`
`?t[1].slice(0,-1):t[1];return{type:`paragraph`,raw:t[0],text:e,tokens:this.lexer.inline(e)}}}text(e){let t=this.rules.block.text.exec(e);if(t)return{type:`text`,raw:t[0],text:t[0],tokens:this.lexer.inline(t[0])}}escape(e){if(e.charCodeAt(0)!==92)return;let t=this.rules.inline.escape.exec(e);if(t)return{type:`escape`,raw:t[0],text:t[1]}}tag(e){if(e.charCodeAt(0)!==60)return;let t=this.rules.inline.tag.exec(e);if(t)return!this.lexer.state.inLink&&this.rules.other.startATag.test(t[0])?this.lexer.state.inLink=!0:this.lexer.state.inLink&&this.rules.other.endATag.test(t[0])&&(this.lexer.state.inLink=!1),!this.lexer.state.inRawBlock&&this.rules.other.startPreScriptTag.test(t[0])?this.lexer.state.inRawBlock=!0:this.lexer.state.inRawBlock&&this.rules.other.endPreScriptTag.test(t[0])&&(this.lexer.state.inRawBlock=!1),{type:`html`,raw:t[0],inLink:this.lexer.state.inLink,inRawBlock:this.lexer.state.inRawBlock,block:!1,text:t[0]}}link(e){if(this.lexer.state.linkParenPossible===!1)return;let t=e.charCodeAt(0);if(t!==91&&t!==33)return;let n=this.rules.inline.link.exec(e);if(n){let t=n[0].charAt(0)===`!`?2:1;if(!this.options.pedantic&&Jr(e,n[1],t,this.rules))return;let r=n[2].trim();if(!this.options.pedantic&&this.rules.other.startAngleBracket.test(r)){if(!this.rules.other.endAngleBracket.test(r))return;let e=W(r.slice(0,-1),`\\`);if((r.length-e.length)%2==0)return}else{let e=Lr(n[2],`()`);if(e===-2)return;if(e>-1){let t=(n[0].indexOf(`!`)===0?5:4)+n[1].length+e;n[2]=n[2].substring(0,e),n[0]=n[0].substring(0,t).trim(),n[3]=``}}let i=W(n[0].slice(0,-1),`\\`);if((n[0].length-i.length)%2==0)return;let a=n[2],o=``;if(this.options.pedantic){let e=this.rules.other.pedanticHrefTitle.exec(a);e&&(a=e[1],o=e[3])}else o=n[3]?n[3].slice(1,-1):``;return a=a.trim(),this.rules.other.startAngleBracket.test(a)&&(a=this.options.pedantic&&!this.rules.other.endAngleBracket.test(r)?a.slice(1):a.slice(1,-1)),Kr(n,{href:a&&a.replace(this.rules.inline.anyPunctuation,`$1`),title:o&&o.replace(this.rules.inline.anyPunctuation,`$1`)},n[0],this.lexer,this.rules)}}reflink(e,t){let n=e.charCodeAt(0);if(n!==91&&n!==33)return;let r;if((r=this.rules.inline.reflink.exec(e))||(r=this.rules.inline.nolink.exec(e))){let n=r[0].charAt(0)===`!`?2:1;if(!this.options.pedantic&&Jr(e,r[1],n,this.rules))return;let i=t[Ir(r[2]||r[1])];if(!i){let e=r[0].charAt(0);return{type:`text`,raw:e,text:e}}return Kr(r,i,r[0],this.lexer,this.rules)}}emStrong(e,t,n=``){let r=this.rules.inline.emStrongLDelim.exec(e);if(!r||!r[1]&&!r[2]&&!r[3]&&!r[4])return;let i=r[0][0],a=n===i,o=t.length-e.length,s=o;for(;!this.options.pedantic&&s>0&&t[s-1]===i;)s--;let c=[...t.slice(Math.max(0,s-2),s)].at(-1)??``,l=c===`*`||c===`_`||!!this.rules.inline.punctuation.exec(c);s<o&&(n=c);let u=s<o?l:n===`*`||n===`_`||!!this.rules.inline.punctuation.exec(n);if(r[4]&&n.match(this.rules.other.unicodeAlphaNumeric))return;let d=r[1]||r[3]||``;if(!d||!n||u){let n=[...r[0]].length-1,u,f,p=n,m=0,h=o-s+n,ee=!this.options.pedantic&&!!c.trim()&&(!!d||i===`*`&&!l);if(i!==`*`&&i!==`_`)return;let te=i===`*`?this.rules.inline.emStrongRDelimAst:this.rules.inline.emStrongRDelimUnd,ne=Hr(this,t,i),g=t.length-e.length+n;if(ne<g)return;t=t.slice(-1*e.length+n);let re=ne-g;for(te.lastIndex=0;(r=te.exec(t))!==null&&!(r.index>re);){if(u=r[1]||r[2]||r[3]||r[4]||r[5]||r[6],!u)continue;if(f=[...u].length,r[3]||r[4]){p+=f;continue}if((r[5]||r[6]||ee)&&h%3&&!((h+f)%3)){if(a&&(r[5]||r[6]))break;m+=f;continue}if(p-=f,p>0)continue;f=Math.min(f,f+p+m);let t=[...r[0]][0].length,i=e.slice(0,n+r.index+t+f);if(Math.min(n,f)%2){let e=i.slice(1,-1);return{type:`em`,raw:i,text:e,tokens:this.lexer.inlineTokens(e)}}let o=i.slice(2,-2);return{type:`strong`,raw:i,text:o,tokens:this.lexer.inlineTokens(o)}}}}codespan(e){if(e.charCodeAt(0)!==96)return;let t=this.rules.inline.code.exec(e);if(t){let e=t[2].replace(this.rules.other.newLineCharGlobal,` `),n=this.rules.other.nonSpaceChar.test(e),r=this.rules.other.startingSpaceChar.test(e)&&this.rules.other.endingSpaceChar.test(e);return n&&r&&(e=e.substring(1,e.length-1)),{type:`codespan`,raw:t[0],text:e}}}br(e){let t=e.charCodeAt(0);if(t!==32&&t!==92&&t!==10)return;let n=this.rules.inline.br.exec(e);if(n)return{type:`br`,raw:n[0]}}del(e,t,n=``){if(e.charCodeAt(0)!==126)return;let r=this.rules.inline.delLDelim.exec(e);if(r&&(!r[1]||!n||this.rules.inline.punctuation.exec(n))){let n=[...r[0]].length-1,i,a,o=n,s=this.rules.inline.delRDelim,c=Ur(this,t),l=t.length-e.length+n;if(c<l)return;t=t.slice(-1*e.length+n);let u=c-l;for(s.lastIndex=0;(r=s.exec(t))!==null&&!(r.index>u);){if(i=r[1]||r[2]||r[3]||r[4]||r[5]||r[6],!i||(a=[...i].length,a!==n))continue;if(r[3]||r[4]){o+=a;continue}if(o-=a,o>0)continue;a=Math.min(a,a+o);let t=[...r[0]][0].length,s=e.slice(0,n+r.index+t+a),c=s.slice(n,-n);return{type:`del`,raw:s,text:c,tokens:this.lexer.inlineTokens(c)}}}}autolink(e){if(e.charCodeAt(0)!==60)return;let t=this.rules.inline.autolink.exec(e);if(t){let e,n;return t[2]===`@`?(e=t[1],n=`mailto:`+e):(e=t[1],n=e),{type:`link`,raw:t[0],text:e,href:n,autolink:!0,tokens:[{type:`text`,raw:e,text:e}]}}}url(e){let t;if(t=this.rules.inline.url.exec(e)){let e,n;if(t[2]===`@`)e=t[0],n=`mailto:`+e;else{let r;do r=t[0],t[0]=this.rules.inline._backpedal.exec(t[0])?.[0]??``;while(r!==t[0]);e=t[0],n=t[1]===`www.`?`http://`+t[0]:t[0]}return{type:`link`,raw:t[0],text:e,href:n,autolink:!0,tokens:[{type:`text`,raw:e,text:e}]}}}inlineText(e){let t=this.rules.inline.text.exec(e);if(t){let e=this.lexer.state.inRawBlock;return{type:`text`,raw:t[0],text:e?t[0]:Mr(t[0]),escaped:e}}}},K=class e{tokens;options;state;inlineQueue;tokenizer;constructor(e){this.tokens=[],this.tokens.links=Object.create(null),this.options=e||I,this.options.tokenizer=this.options.tokenizer||new G,this.tokenizer=this.options.tokenizer,this.tokenizer.options=this.options,this.tokenizer.lexer=this,this.inlineQueue=[],this.state={inLink:!1,inRawBlock:!1,linkEmitted:!1,linkParenPossible:!0,top:!0};let t={other:B,block:Or.normal,inline:kr.normal};this.options.pedantic?(t.block=Or.pedantic,t.inline=kr.pedantic):this.options.gfm&&(t.block=Or.gfm,t.inline=this.options.breaks?kr.breaks:kr.gfm),this.tokenizer.rules=t}static get rules(){return{block:Or,inline:kr}}static lex(t,n){return new e(n).lex(t)}static lexInline(t,n){return new e(n).inlineTokens(t)}lex(e){e=e.replace(B.carriageReturn,`
`),this.blockTokens(e,this.tokens);for(let e=0;e<this.inlineQueue.length;e++){let t=this.inlineQueue[e];this.state.inRawBlock=!1,this.inlineTokens(t.src,t.tokens)}return this.inlineQueue=[],this.tokens}blockTokens(e,t=[],n=!1){this.tokenizer.lexer=this;let r=this.state.lastToken;this.options.pedantic&&(e=e.replace(B.tabCharGlobal,`    `).replace(B.spaceLine,``));let i=1/0,a,o=this.options.gfm&&!this.options.pedantic&&this.tokenizer.paragraph===G.prototype.paragraph;for(;e;){if(e.length<i)i=e.length;else{this.infiniteLoopError(e.charCodeAt(0));break}this.state.lastToken=t.at(-1);let r;if(this.options.extensions?.block?.some(n=>(r=n.call({lexer:this},e,t))?(e=e.substring(r.raw.length),t.push(r),!0):!1))continue;if(r=this.tokenizer.space(e)){e=e.substring(r.raw.length);let n=t.at(-1);r.raw.length===1&&n!==void 0?n.raw+=`
`:t.push(r);continue}if(r=this.tokenizer.code(e)){e=e.substring(r.raw.length);let n=t.at(-1);n?.type===`paragraph`||n?.type===`text`?(n.raw+=(n.raw.endsWith(`
`)?``:`
`)+r.raw,n.text+=`
`+r.text,this.inlineQueue.at(-1).src=n.text):t.push(r);continue}if((r=this.tokenizer.fences(e))||(r=this.tokenizer.heading(e))||(r=this.tokenizer.hr(e))||(r=this.tokenizer.blockquote(e))||(r=this.tokenizer.list(e))||(r=this.tokenizer.html(e))){e=e.substring(r.raw.length),t.push(r);continue}if(r=this.tokenizer.def(e)){e=e.substring(r.raw.length);let n=t.at(-1);n?.type===`paragraph`||n?.type===`text`?(n.raw+=(n.raw.endsWith(`
`)?``:`
`)+r.raw,n.text+=`
`+r.raw,this.inlineQueue.at(-1).src=n.text):(this.tokens.links[r.tag]||(this.tokens.links[r.tag]={href:r.href,title:r.title}),t.push(r));continue}if((r=this.tokenizer.table(e))||(r=this.tokenizer.lheading(e))){e=e.substring(r.raw.length),t.push(r);continue}let s=e;if(this.options.extensions?.startBlock){let t=1/0,n=e.slice(1),r;this.options.extensions.startBlock.forEach(e=>{r=e.call({lexer:this},n),typeof r==`number`&&r>=0&&(t=Math.min(t,r))}),t<1/0&&t>=0&&(s=e.substring(0,t+1))}if(this.state.top&&(r=this.tokenizer.paragraph(s))){let i=t.at(-1);(n||i===a&&o)&&i?.type===`paragraph`?(i.raw+=(i.raw.endsWith(`
`)?``:`
`)+r.raw,i.text+=`
`+r.text,this.inlineQueue.pop(),this.inlineQueue.at(-1).src=i.text,a=i):(t.push(r),a=r),n=s.length!==e.length,e=e.substring(r.raw.length)}else if(r=this.tokenizer.text(e)){e=e.substring(r.raw.length);let n=t.at(-1);n?.type===`text`?(n.raw+=(n.raw.endsWith(`
`)?``:`
`)+r.raw,n.text+=`
`+r.text,this.inlineQueue.pop(),this.inlineQueue.at(-1).src=n.text):t.push(r)}else if(e){this.infiniteLoopError(e.charCodeAt(0));break}}return this.state.top=!0,this.state.lastToken=r,t}inline(e,t=[]){return this.inlineQueue.push({src:e,tokens:t}),t}linkInText(e){if(!e.includes(`[`))return!1;let t=this.tokenizer.rules.inline.link;for(let n of e.matchAll(this.tokenizer.rules.inline.blockSkip))if(t.test(n[0])&&e.charAt(n.index-1)!==`!`)return!0;for(let t of e.matchAll(this.tokenizer.rules.inline.reflinkSearch)){let e=t[0],n=e.lastIndexOf(`[`);if(e.charAt(0)!==`!`&&Object.hasOwn(this.tokens.links,Ir(e.slice(n+1,-1)))&&!(n>1&&this.linkInText(e.slice(1,n-1))))return!0}return!1}inlineTokens(e,t=[]){this.tokenizer.lexer=this;let n=this.state.linkParenPossible;this.state.linkParenPossible=e.includes(`)`);try{return this.#e(e,t)}finally{this.state.linkParenPossible=n}}#e(e,t){let n=e.includes(`*`)||e.includes(`_`)||e.includes(`~`),r=n||this.options.hooks?.emStrongMask||this.tokenizer.emStrong!==G.prototype.emStrong||this.tokenizer.del!==G.prototype.del?this.#r(e):e;if(!n)return this.#t(e,r,t);Br(this.tokenizer,r);try{return this.#t(e,r,t)}finally{Vr(this.tokenizer)}}#t(e,t,n){let r=!1,i=``,a=1/0;for(;e;){if(e.length<a)a=e.length;else{this.infiniteLoopError(e.charCodeAt(0));break}r||(i=``),r=!1;let o;if(this.options.extensions?.inline?.some(t=>(o=t.call({lexer:this},e,n))?(e=e.substring(o.raw.length),n.push(o),!0):!1))continue;if((o=this.tokenizer.escape(e))||(o=this.tokenizer.tag(e))||(o=this.tokenizer.link(e))){e=e.substring(o.raw.length),n.push(o);continue}if(o=this.tokenizer.reflink(e,this.tokens.links)){e=e.substring(o.raw.length);let t=n.at(-1);o.type===`text`&&t?.type===`text`?(t.raw+=o.raw,t.text+=o.text):n.push(o);continue}let s=e[0];if(s===`*`||s===`_`){let a=t.length-e.length;if(Hr(this.tokenizer,t,s)<=a){let t=1;for(;t<e.length&&e.charCodeAt(t)===s.charCodeAt(0);)t++;let a=e.substring(0,t),o=n.at(-1);o?.type===`text`&&!o.escaped?(o.raw+=a,o.text+=a):n.push({type:`text`,raw:a,text:a,escaped:!1}),e=e.substring(t),i=s,r=!0;continue}}else if(s===`~`){let a=t.length-e.length;if(Ur(this.tokenizer,t)<=a){let t=1;for(;t<e.length&&e.charCodeAt(t)===126;)t++;let a=e.substring(0,t),o=n.at(-1);o?.type===`text`&&!o.escaped?(o.raw+=a,o.text+=a):n.push({type:`text`,raw:a,text:a,escaped:!1}),e=e.substring(t),i=s,r=!0;continue}}if((o=this.tokenizer.emStrong(e,t,i))||(o=this.tokenizer.codespan(e))||(o=this.tokenizer.br(e))||(o=this.tokenizer.del(e,t,i))||(o=this.tokenizer.autolink(e))||!this.state.inLink&&(o=this.tokenizer.url(e))){e=e.substring(o.raw.length),n.push(o);continue}let c=e;if(this.options.extensions?.startInline){let t=1/0,n=e.slice(1),r;this.options.extensions.startInline.forEach(e=>{r=e.call({lexer:this},n),typeof r==`number`&&r>=0&&(t=Math.min(t,r))}),t<1/0&&t>=0&&(c=e.substring(0,t+1))}if(o=this.tokenizer.inlineText(c)){e=e.substring(o.raw.length),o.raw.slice(-1)!==`_`&&(i=o.raw.slice(-1)),r=!0;let t=n.at(-1);t?.type===`text`?(t.raw+=o.raw,t.text+=o.text):n.push(o)}else if(e){this.infiniteLoopError(e.charCodeAt(0));break}}return n}#n(e){let{blockSkip:t,tag:n,autolink:r}=this.tokenizer.rules.inline,i=``,a=0,o;for(t.lastIndex=0;o=t.exec(e);){let s=o.index+(o[2]?o[2].length:0),c=o.index+o[0].length;if(e.charAt(s)===`<`){let i=e.slice(s),a=n.exec(i)||r.exec(i);if(!a){t.lastIndex=s+1;continue}c=s+a[0].length,t.lastIndex=c}i+=e.slice(a,s)+`[`+`a`.repeat(c-s-2)+`]`,a=c}return i+e.slice(a)}#r(e){let t=e;if(this.tokens.links&&e.includes(`[`)){let e=this.tokenizer.rules.inline.reflinkSearch,n=t=>{let r=t.lastIndexOf(`[`);if(!Object.hasOwn(this.tokens.links,Ir(t.slice(r+1,-1))))return t;if(r>1&&t.charAt(0)!==`!`){let i=t.slice(1,r-1);if(this.linkInText(i))return`[`+i.replace(e,n)+`][`+`a`.repeat(t.length-r-2)+`]`}return`[`+`a`.repeat(t.length-2)+`]`};t=t.replace(e,n)}return t=t.replace(this.tokenizer.rules.inline.anyPunctuationOutsideCode,(e,t,n)=>n?`+`.repeat(e.length):t?t+e.slice(t.length,-t.length).replace(/`/g,`+`)+t:e),t=this.#n(t),t=this.options.hooks?.emStrongMask?.call({lexer:this},t)??t,t}infiniteLoopError(e){let t=`Infinite loop on byte: `+e;if(this.options.silent)console.error(t);else throw Error(t)}},Yr=class{options;parser;constructor(e){this.options=e||I}space(e){return``}code({text:e,lang:t,escaped:n}){let r=(t||``).match(B.notSpaceStart)?.[0],i=e?e.replace(B.endingNewline,``)+`
`:``;return r?`<pre><code class="language-`+U(r)+`">`+(n?i:U(i,!0))+`</code></pre>
`:`<pre><code>`+(n?i:U(i,!0))+`</code></pre>
`}blockquote({tokens:e}){return`<blockquote>
${this.parser.parse(e)}</blockquote>
`}html({text:e}){return e}def(e){return``}heading({tokens:e,depth:t}){return`<h${t}>${this.parser.parseInline(e)}</h${t}>
`}hr(e){return`<hr>
`}list(e){let t=e.ordered,n=e.start,r=``;for(let t=0;t<e.items.length;t++){let n=e.items[t];r+=this.listitem(n)}let i=t?`ol`:`ul`,a=t&&n!==1?` start="`+n+`"`:``;return`<`+i+a+`>
`+r+`</`+i+`>
`}listitem(e){return`<li>${this.parser.parse(e.tokens)}</li>
`}checkbox({checked:e}){return`<input `+(e?`checked="" `:``)+`disabled="" type="checkbox"> `}paragraph({tokens:e}){return`<p>${this.parser.parseInline(e)}</p>
`}table(e){let t=``,n=``;for(let t=0;t<e.header.length;t++)n+=this.tablecell(e.header[t]);t+=this.tablerow({text:n});let r=``;for(let t=0;t<e.rows.length;t++){let i=e.rows[t];n=``;for(let e=0;e<i.length;e++)n+=this.tablecell(i[e]);r+=this.tablerow({text:n})}return r&&=`<tbody>${r}</tbody>`,`<table>
<thead>
`+t+`</thead>
`+r+`</table>
`}tablerow({text:e}){return`<tr>
${e}</tr>
`}tablecell(e){let t=this.parser.parseInline(e.tokens),n=e.header?`th`:`td`;return(e.align?`<${n} align="${e.align}">`:`<${n}>`)+t+`</${n}>
`}strong({tokens:e}){return`<strong>${this.parser.parseInline(e)}</strong>`}em({tokens:e}){return`<em>${this.parser.parseInline(e)}</em>`}codespan({text:e}){return`<code>${U(e,!0)}</code>`}br(e){return`<br>`}del({tokens:e}){return`<del>${this.parser.parseInline(e)}</del>`}link({href:e,title:t,text:n,tokens:r,autolink:i}){let a=i?U(n,!0):this.parser.parseInline(r),o=Nr(e);if(o===null)return a;e=U(o,i);let s=`<a href="`+e+`"`;return t&&(s+=` title="`+U(t)+`"`),s+=`>`+a+`</a>`,s}image({href:e,title:t,text:n,tokens:r}){r&&(n=this.parser.parseInline(r,this.parser.textRenderer));let i=Nr(e);if(i===null)return U(n);e=i;let a=`<img src="${U(e)}" alt="${U(n)}"`;return t&&(a+=` title="${U(t)}"`),a+=`>`,a}text(e){return`tokens`in e&&e.tokens?this.parser.parseInline(e.tokens):`escaped`in e&&e.escaped?e.text:U(e.text)}},Xr=class{parser;strong({text:e,tokens:t}){return t?this.parser.parseInline(t,this):e}em({text:e,tokens:t}){return t?this.parser.parseInline(t,this):e}codespan({text:e}){return e}del({text:e,tokens:t}){return t?this.parser.parseInline(t,this):e}html({text:e}){return e}text({text:e}){return e}link({text:e,tokens:t}){return t?this.parser.parseInline(t,this):e}image({text:e,tokens:t}){return t?this.parser.parseInline(t,this):e}br(){return`
`}checkbox({raw:e}){return e}},q=class e{options;renderer;textRenderer;constructor(e){this.options=e||I,this.options.renderer=this.options.renderer||new Yr,this.renderer=this.options.renderer,this.renderer.options=this.options,this.renderer.parser=this,this.textRenderer=new Xr,this.textRenderer.parser=this}static parse(t,n){return new e(n).parse(t)}static parseInline(t,n){return new e(n).parseInline(t)}parse(e){this.renderer.parser=this;let t=``;for(let n=0;n<e.length;n++){let r=e[n];if(this.options.extensions?.renderers?.[r.type]){let e=r,n=this.options.extensions.renderers[e.type].call({parser:this},e);if(n!==!1||![`space`,`hr`,`heading`,`code`,`table`,`blockquote`,`list`,`checkbox`,`html`,`def`,`paragraph`,`text`].includes(e.type)){t+=n===!1?``:n??``;continue}}let i=r;switch(i.type){case`space`:t+=this.renderer.space(i);break;case`hr`:t+=this.renderer.hr(i);break;case`heading`:t+=this.renderer.heading(i);break;case`code`:t+=this.renderer.code(i);break;case`table`:t+=this.renderer.table(i);break;case`blockquote`:t+=this.renderer.blockquote(i);break;case`list`:t+=this.renderer.list(i);break;case`checkbox`:t+=this.renderer.checkbox(i);break;case`html`:t+=this.renderer.html(i);break;case`def`:t+=this.renderer.def(i);break;case`paragraph`:t+=this.renderer.paragraph(i);break;case`text`:t+=this.renderer.text(i);break;default:{let e=`Token with "`+i.type+`" type was not found.`;if(this.options.silent)return console.error(e),``;throw Error(e)}}}return t}parseInline(e,t=this.renderer){this.renderer.parser=this;let n=``;for(let r=0;r<e.length;r++){let i=e[r];if(this.options.extensions?.renderers?.[i.type]){let e=this.options.extensions.renderers[i.type].call({parser:this},i);if(e!==!1||![`escape`,`html`,`link`,`image`,`checkbox`,`strong`,`em`,`codespan`,`br`,`del`,`text`].includes(i.type)){n+=e===!1?``:e??``;continue}}let a=i;switch(a.type){case`escape`:n+=t.text(a);break;case`html`:n+=t.html(a);break;case`link`:n+=t.link(a);break;case`image`:n+=t.image(a);break;case`checkbox`:n+=t.checkbox(a);break;case`strong`:n+=t.strong(a);break;case`em`:n+=t.em(a);break;case`codespan`:n+=t.codespan(a);break;case`br`:n+=t.br(a);break;case`del`:n+=t.del(a);break;case`text`:n+=t.text(a);break;default:{let e=`Token with "`+a.type+`" type was not found.`;if(this.options.silent)return console.error(e),``;throw Error(e)}}}return n}},Zr=class{options;block;constructor(e){this.options=e||I}static passThroughHooks=new Set([`preprocess`,`postprocess`,`processAllTokens`,`emStrongMask`]);static passThroughHooksRespectAsync=new Set([`preprocess`,`postprocess`,`processAllTokens`]);preprocess(e){return e}postprocess(e){return e}processAllTokens(e){return e}emStrongMask(e){return e}provideLexer(e=this.block){return e?K.lex:K.lexInline}provideParser(e=this.block){return e?q.parse:q.parseInline}};function J(e,t){if(Array.isArray(t))for(let n=0;n<t.length;n++)e.push(t[n]);else e.push(t)}var Y=new class{defaults=fn();options=this.setOptions;parse=this.parseMarkdown(!0);parseInline=this.parseMarkdown(!1);Parser=q;Renderer=Yr;TextRenderer=Xr;Lexer=K;Tokenizer=G;Hooks=Zr;constructor(...e){this.use(...e)}walkTokens(e,t){let n=[];for(let r of e)switch(J(n,t.call(this,r)),r.type){case`table`:{let e=r;for(let r of e.header)J(n,this.walkTokens(r.tokens,t));for(let r of e.rows)for(let e of r)J(n,this.walkTokens(e.tokens,t));break}case`list`:{let e=r;J(n,this.walkTokens(e.items,t));break}default:{let e=r;this.defaults.extensions?.childTokens?.[e.type]?this.defaults.extensions.childTokens[e.type].forEach(r=>{let i=e[r].flat(1/0);J(n,this.walkTokens(i,t))}):e.tokens&&J(n,this.walkTokens(e.tokens,t))}}return n}use(...e){let t=this.defaults.extensions||{renderers:Object.create(null),childTokens:Object.create(null)};return e.forEach(e=>{let n={...e};if(n.async=this.defaults.async||n.async||!1,e.extensions&&(e.extensions.forEach(e=>{if(!e.name)throw Error(`extension name required`);if(`renderer`in e){let n=t.renderers[e.name];n?t.renderers[e.name]=function(...t){let r=e.renderer.apply(this,t);return r===!1&&(r=n.apply(this,t)),r}:t.renderers[e.name]=e.renderer}if(`tokenizer`in e){if(!e.level||e.level!==`block`&&e.level!==`inline`)throw Error(`extension level must be 'block' or 'inline'`);let n=t[e.level];n?n.unshift(e.tokenizer):t[e.level]=[e.tokenizer],e.start&&(e.level===`block`?t.startBlock?t.startBlock.push(e.start):t.startBlock=[e.start]:e.level===`inline`&&(t.startInline?t.startInline.push(e.start):t.startInline=[e.start]))}`childTokens`in e&&e.childTokens&&(t.childTokens[e.name]=e.childTokens)}),n.extensions=t),e.renderer){let t=this.defaults.renderer||new Yr(this.defaults);for(let n in e.renderer){if(!(n in t))throw Error(`renderer '${n}' does not exist`);if([`options`,`parser`].includes(n))continue;let r=n,i=e.renderer[r],a=t[r];t[r]=(...e)=>{let n=i.apply(t,e);return n===!1&&(n=a.apply(t,e)),n===!1?``:n??``}}n.renderer=t}if(e.tokenizer){let t=this.defaults.tokenizer||new G(this.defaults);for(let n in e.tokenizer){if(!(n in t))throw Error(`tokenizer '${n}' does not exist`);if([`options`,`rules`,`lexer`].includes(n))continue;let r=n,i=e.tokenizer[r],a=t[r];t[r]=(...e)=>{let n=i.apply(t,e);return n===!1&&(n=a.apply(t,e)),n}}n.tokenizer=t}if(e.hooks){let t=this.defaults.hooks||new Zr;for(let n in e.hooks){if(!(n in t))throw Error(`hook '${n}' does not exist`);if([`options`,`block`].includes(n))continue;let r=n,i=e.hooks[r],a=t[r];t[r]=Zr.passThroughHooks.has(n)?e=>{if(t.options.async&&Zr.passThroughHooksRespectAsync.has(n))return(async()=>{let n=await i.call(t,e);return a.call(t,n)})();let r=i.call(t,e);return a.call(t,r)}:(...e)=>{if(t.options.async)return(async()=>{let n=await i.apply(t,e);return n===!1&&(n=await a.apply(t,e)),n})();let n=i.apply(t,e);return n===!1&&(n=a.apply(t,e)),n}}n.hooks=t}if(e.walkTokens){let t=this.defaults.walkTokens,r=e.walkTokens;n.walkTokens=function(e){let n=[];return J(n,r.call(this,e)),t&&J(n,t.call(this,e)),n}}this.defaults={...this.defaults,...n}}),this}setOptions(e){return this.defaults={...this.defaults,...e},this}lexer(e,t){return K.lex(e,t??this.defaults)}parser(e,t){return q.parse(e,t??this.defaults)}parseMarkdown(e){return(t,n)=>{let r={...n},i={...this.defaults,...r},a=this.onError(!!i.silent,!!i.async);if(this.defaults.async===!0&&r.async===!1)return a(Error(`marked(): The async option was set to true by an extension. Remove async: false from the parse options object to return a Promise.`));if(typeof t>`u`||t===null)return a(Error(`marked(): input parameter is undefined or null`));if(typeof t!=`string`)return a(Error(`marked(): input parameter is of type `+Object.prototype.toString.call(t)+`, string expected`));if(i.hooks&&(i.hooks.options=i,i.hooks.block=e),i.async)return(async()=>{let n=i.hooks?await i.hooks.preprocess(t):t,r=await(i.hooks?await i.hooks.provideLexer(e):e?K.lex:K.lexInline)(n,i),a=i.hooks?await i.hooks.processAllTokens(r):r;i.walkTokens&&await Promise.all(this.walkTokens(a,i.walkTokens));let o=await(i.hooks?await i.hooks.provideParser(e):e?q.parse:q.parseInline)(a,i);return i.hooks?await i.hooks.postprocess(o):o})().catch(a);try{i.hooks&&(t=i.hooks.preprocess(t));let n=(i.hooks?i.hooks.provideLexer(e):e?K.lex:K.lexInline)(t,i);i.hooks&&(n=i.hooks.processAllTokens(n)),i.walkTokens&&this.walkTokens(n,i.walkTokens);let r=(i.hooks?i.hooks.provideParser(e):e?q.parse:q.parseInline)(n,i);return i.hooks&&(r=i.hooks.postprocess(r)),r}catch(e){return a(e)}}}onError(e,t){return n=>{if(n.message+=`
Please report this to https://github.com/markedjs/marked.`,e){let e=`<p>An error occurred:</p><pre>`+U(n.message+``,!0)+`</pre>`;return t?Promise.resolve(e):e}if(t)return Promise.reject(n);throw n}}};function X(e,t){return Y.parse(e,t)}X.options=X.setOptions=function(e){return Y.setOptions(e),X.defaults=Y.defaults,pn(X.defaults),X},X.getDefaults=fn,X.defaults=I;function Qr(...e){return Y.use(...e),X.defaults=Y.defaults,pn(X.defaults),X}X.use=Qr,X.walkTokens=function(e,t){return Y.walkTokens(e,t)},X.parseInline=Y.parseInline,X.Parser=q,X.parser=q.parse,X.Renderer=Yr,X.TextRenderer=Xr,X.Lexer=K,X.lexer=K.lex,X.Tokenizer=G,X.Hooks=Zr,X.parse=X,X.options,X.setOptions,X.walkTokens,X.parseInline,q.parse,K.lex;function $r(e,t,n){let r=n.table(e.filter(Boolean).join(`, `));return x`<div class="table" role="group" tabindex="0" aria-label=${r}>
    <table>
      <caption class="for-reader">${r}</caption>
      <thead>
        <tr>
          ${e.map(e=>e?x`<th scope="col">${e}</th>`:x`<td></td>`)}
        </tr>
      </thead>
      <tbody>
        ${t.map(e=>x`<tr>
              ${e.map((e,t)=>t?x`<td>${e}</td>`:x`<th scope="row">${e}</th>`)}
            </tr>`)}
      </tbody>
    </table>
  </div>`}var ei=6e3,ti=/[>*_[\](){}<~`!]{40}/,ni=12,ri={gfm:!0,breaks:!0},ii=/^Sources?: /;function ai(e,t,n){let r=n?e.indexOf(n.lines):-1;return!n||r<0?oi(e,t):x`${oi(e.slice(0,r),t)}${$r(n.columns,n.rows.map(e=>e.map(e=>si(e,t))),t)}${oi(e.slice(r+n.lines.length),t)}`}function oi(e,t){let n=li(e);return n?fi(n,t,0):ui(e)}function si(e,t){if(ci(e))return e;try{return gi(K.lexInline(e,ri),t,0)}catch{return e}}var ci=e=>e.length>ei||ti.test(e);function li(e){if(ci(e))return null;try{return K.lex(e,ri)}catch{return null}}var ui=e=>x`<p class="plain">${e}</p>`,di=e=>`tokens`in e?e.tokens??[]:[];function fi(e,t,n){return x`${e.map(e=>pi(e,t,n))}`}function pi(e,t,n){if(n>ni)return ui(e.raw);let r=()=>gi(di(e),t,n+1);switch(e.type){case`space`:case`def`:return w;case`paragraph`:return ii.test(e.raw)?x`<p class="source">${F.source}<span>${r()}</span></p>`:x`<p>${r()}</p>`;case`heading`:return x`<p><strong>${r()}</strong></p>`;case`list`:return mi(e,t,n);case`blockquote`:return x`<blockquote>${fi(di(e),t,n+1)}</blockquote>`;case`code`:return x`<pre tabindex="0"><code>${e.text}</code></pre>`;case`hr`:return x`<hr />`;case`table`:return hi(e,t,n);case`text`:return di(e).length?r():e.text;default:return ui(e.raw.trimEnd())}}function mi(e,t,n){let r=e.items.map(e=>x`<li>${fi(e.tokens,t,n+1)}</li>`);return e.ordered?x`<ol start=${Number(e.start)||1}>${r}</ol>`:x`<ul>${r}</ul>`}function hi(e,t,n){return $r(e.header.map(e=>e.text),e.rows.map(e=>e.map(e=>gi(e.tokens,t,n+1))),t)}function gi(e,t,n){return x`${e.map(e=>_i(e,t,n))}`}function _i(e,t,n){if(n>ni)return e.raw;let r=()=>gi(di(e),t,n+1);switch(e.type){case`strong`:return x`<strong>${r()}</strong>`;case`em`:return x`<em>${r()}</em>`;case`del`:return x`<del>${r()}</del>`;case`codespan`:return x`<code>${e.text}</code>`;case`br`:return x`<br />`;case`link`:return vi(e,r(),t);case`image`:return e.text;case`text`:case`escape`:return di(e).length?r():e.text;default:return e.raw}}function vi(e,t,n){let r=Pt(e.href);return r===null?t:x`<a href=${r} target="_blank" rel="noopener noreferrer nofollow"
    >${t}<span class="for-reader"> ${n.newTab}</span></a
  >`}function yi(e,t){let n=t.states[e.state];return x`<div class="entry said ${e.state}">
    <p class="bubble plain" dir="auto"><span class="for-reader">${t.you} </span>${e.text}</p>
    <p class="foot">${n||sn(e.time,t)}</p>
  </div>`}var bi=(e,t)=>x`<p class="notice">${e.what===`removed`?t.removed:t.sessionEnded}</p>`;function xi(e,t,n,r,i){return x`<div class="entry answer ${i===w?`goes-on`:``}">
    <div class="bubble" dir="auto" lang=${`en`}>
      <span class="for-reader" lang=${n.language}>${n.assistant} </span>
      ${dn([e,n],()=>e.text?ai(e.text,n,e.table):w)}
      ${e.image?Si(e.image,e.alt,t,n,r):w}
    </div>
    ${i===w?w:x`<div class="foot">${i}</div>`}
  </div>`}function Si(e,t,n,r,{enlarge:i}){let a=t||r.picture,o=x`<p>${r.noPicture} ${a}</p>`,s=Ft(e,n);return s===null?o:x`<div class="picture">
    <button type="button" @click=${()=>i(s,a)}>
      <img src=${s} alt=${a} decoding="async" @error=${e=>{e.target.closest(`.picture`)?.toggleAttribute(`data-broken`,!0)}} />
      <span class="for-reader">${r.largerView}</span>
    </button>
    <div class="instead">${o}</div>
  </div>`}function Ci(e,t,n,{choose:r}){return e.length?x`<div class="replies" role="group" aria-label=${n.suggestions} lang=${`en`}>
    ${e.map(e=>{let n=t?.text===e.title;return x`<button
        type="button"
        class="reply"
        dir="auto"
        ?disabled=${t!==void 0}
        aria-pressed=${n?`true`:w}
        @click=${()=>r(e)}
      >
        ${n?F.done:w}<span>${e.title}</span>
      </button>`})}
  </div>`:w}function wi(e,t,n,r,i,a){let o=Math.ceil((e.until-n)/1e3);return x`<div class="problem">
    ${F.problem}
    <p>${Ei(e,r)}${t?` ${Ti(e)?r.keptOffline:r.kept}`:``}</p>
    ${e.canRetry?x`<button type="button" class="plain-button" ?disabled=${o>0} @click=${i}>
          ${o>0?r.tryAgainIn(o):r.tryAgain}
        </button>`:x`<button type="button" class="tool" aria-label=${r.dismiss} @click=${a}>${F.close}</button>`}
  </div>`}var Ti=({code:e})=>e===`unreachable`&&!navigator.onLine;function Ei(e,{problems:t}){let{code:n,message:r,waitSeconds:i}=e;switch(n){case`unreachable`:return Ti(e)?t.offline:t.unreachable;case`slow`:return t.slow;case`unreadable`:case`failed`:return t.failed;case`not_ready`:return t.notReady;case`too_many_messages`:case`too_many_sessions`:return t.tooMany(i);case`unknown_payload`:return t.unknownButton;case`origin_not_allowed`:return t.notAllowedHere;default:return r||t.refused}}function Z(e,t,n,r){var i=arguments.length,a=i<3?t:r===null?r=Object.getOwnPropertyDescriptor(t,n):r,o;if(typeof Reflect==`object`&&typeof Reflect.decorate==`function`)a=Reflect.decorate(e,t,n,r);else for(var s=e.length-1;s>=0;s--)(o=e[s])&&(a=(i<3?o(a):i>3?o(t,n,a):o(t,n))||a);return i>3&&a&&Object.defineProperty(t,n,a),a}var Di=500,Q=class extends D{constructor(...e){super(...e),this.rateable=!1,this.words=``,this.stage=`idle`,this.hasFailed=!1,this.copying=`idle`}createRenderRoot(){return this}render(){return x`${this.rateable?this.thumbs():w}
      ${this.words?this.copyButton():w} ${this.stage===`reason`?this.reasonForm():w}
      <p class="said-back" role="status">${this.message()}</p>`}thumbs(){let{texts:e}=this,t=t=>{let n=t?e.helpful:e.notHelpful;return x`<button
        type="button"
        class="tool"
        aria-label=${n}
        title=${n}
        aria-pressed=${String(this.helped===t)}
        @click=${()=>this.thumb(t)}
      >
        ${t?F.thumbsUp:F.thumbsDown}
      </button>`};return x`<span class="thumbs" role="group" aria-label=${e.wasHelpful}>${t(!0)}${t(!1)}</span>`}copyButton(){let{texts:e}=this;return x`<button type="button" class="tool" aria-label=${e.copy} title=${e.copy} @click=${this.copy}>
      ${this.copying===`copied`?F.done:F.copy}
    </button>`}reasonForm(){let{texts:e}=this;return x`<form class="reason" @submit=${this.explain}>
      <fieldset>
        <legend>${e.whatWasWrong}</legend>
        ${it.map(t=>x`<label class="choice"
              ><input
                type="radio"
                name="reason"
                required
                .checked=${this.reason===t}
                @change=${()=>this.reason=t}
              /><span>${e.reasons[t]}</span></label
            >`)}
      </fieldset>
      <label class="comment"
        ><span>${e.comment}</span><textarea name="comment" rows="2" dir="auto" maxlength=${Di}></textarea>
      </label>
      <div class="buttons">
        <button type="button" class="plain-button" @click=${()=>this.finish(`thanks`)}>${e.noReason}</button>
        <button type="submit" class="main-button">${e.sendRating}</button>
      </div>
    </form>`}message(){return this.hasFailed?this.texts.ratingFailed:this.stage===`thanks`?this.texts.thanks:this.copying===`copied`?this.texts.copied:this.copying===`failed`?this.texts.copyFailed:``}async thumb(e){this.copying=`idle`,await this.send({helped:e})&&(this.stage=e?`thanks`:`reason`,e||(await this.updateComplete,this.querySelector(`input[type=radio]`)?.focus(),this.querySelector(`form`)?.scrollIntoView({block:`nearest`})))}async explain(e){e.preventDefault();let t=new FormData(e.target).get(`comment`)?.toString().trim();await this.send({helped:!1,...this.reason&&{reason:this.reason},...t&&{comment:t}})&&await this.finish(`thanks`)}async send(e){this.hasFailed=!1;try{await this.rate(e)}catch{this.hasFailed=!0}return!this.hasFailed}async finish(e){this.stage=e,this.reason=void 0,await this.updateComplete,this.querySelector(`.thumbs [aria-pressed=true]`)?.focus()}async copy(){this.hasFailed=!1,this.stage===`thanks`&&(this.stage=`idle`);try{await navigator.clipboard.writeText(this.words),this.copying=`copied`}catch{this.copying=`failed`}}};Z([O({attribute:!1})],Q.prototype,`texts`,void 0),Z([O({attribute:!1})],Q.prototype,`helped`,void 0),Z([O({attribute:!1})],Q.prototype,`rateable`,void 0),Z([O({attribute:!1})],Q.prototype,`rate`,void 0),Z([O({attribute:!1})],Q.prototype,`words`,void 0),Z([k()],Q.prototype,`stage`,void 0),Z([k()],Q.prototype,`reason`,void 0),Z([k()],Q.prototype,`hasFailed`,void 0),Z([k()],Q.prototype,`copying`,void 0);var Oi=200,ki=class extends D{constructor(...e){super(...e),this.draft=``}createRenderRoot(){return this}focus(){this.field?.focus()}updated(e){e.has(`draft`)&&this.field&&(this.field.value!==this.draft&&(this.field.value=this.draft),this.grow(this.field))}grow(e){e.style.height=``,e.scrollHeight>e.clientHeight&&(e.style.height=`${e.scrollHeight+2}px`)}render(){let{texts:e,left:t}=this,n=t<0;return x`<form class="composer" @submit=${this.submit}>
      <textarea
        rows="1"
        dir="auto"
        enterkeyhint="send"
        aria-label=${e.question}
        aria-invalid=${n?`true`:w}
        aria-describedby=${t<Oi?`left`:w}
        placeholder=${e.placeholder}
        @input=${this.write}
        @keydown=${this.keydown}
      ></textarea>
      <button type="submit" class="send" aria-label=${e.send} title=${e.send} ?disabled=${!this.canSend}>
        ${F.send}
      </button>
      <p id="left" class="left" ?data-full=${n} role=${n?`alert`:w}>
        ${t<Oi?n?e.tooLong(-t):e.left(t):w}
      </p>
    </form>`}get left(){return at-[...this.draft.trim()].length}get canSend(){return this.draft.trim()!==``&&this.left>=0}write(){this.draft=this.field?.value??``,this.dispatchEvent(new CustomEvent(`draft`,{detail:this.draft}))}keydown(e){e.key!==`Enter`||e.shiftKey||e.isComposing||(e.preventDefault(),this.say())}submit(e){e.preventDefault(),this.say(),this.focus()}say(){if(!this.canSend)return;let e=this.draft.trim();this.draft=``,this.dispatchEvent(new CustomEvent(`draft`,{detail:``})),this.dispatchEvent(new CustomEvent(`say`,{detail:e}))}};Z([O({attribute:!1})],ki.prototype,`texts`,void 0),Z([O({attribute:!1})],ki.prototype,`draft`,void 0),Z([We(`textarea`)],ki.prototype,`field`,void 0);function Ai(e){let t=e.currentTarget,{left:n,right:r,top:i,bottom:a}=t.getBoundingClientRect(),{clientX:o,clientY:s}=e;e.target===t&&(o<n||o>r||s<i||s>a)&&t.close()}function ji(e,t,n,r,i){let a=e===`remove`;return x`<dialog
    class="ask"
    aria-labelledby="asked"
    aria-describedby="consequence"
    @close=${i}
    @click=${Ai}
  >
    <h2 id="asked">${a?n.removeQuestion:n.startOverQuestion}</h2>
    <p id="consequence">${a?n.removeConsequence:n.startOverConsequence}</p>
    <p class="failed" role="alert">${t?n.removeFailed:``}</p>
    <div class="buttons">
      <button type="button" class="plain-button" @click=${i}>${n.cancel}</button>
      <button type="button" class="main-button" ?data-danger=${a} @click=${r}>
        ${a?n.removeConfirm:n.startOverConfirm}
      </button>
    </div>
  </dialog>`}function Mi(e,t,n,r){return x`<dialog class="viewer" aria-label=${n.largerView} @close=${r} @click=${Ai}>
    <img src=${e} alt=${t} />
    <button type="button" class="tool" aria-label=${n.close} @click=${r}>${F.close}</button>
  </dialog>`}var Ni=`(max-width: 480px), (max-height: 480px)`,Pi=`(pointer: coarse)`,Fi=(e,t)=>{customElements.get(e)||customElements.define(e,t)},$=class extends D{static{this.styles=Zt}#e;#t;#n;#r;#i;constructor(){super(),this.heading=``,this.color=``,this.side=`end`,this.greeting=``,this.starters=null,this.server=``,this.theme=`auto`,this.privacy=``,this.opened=!1,this.isLarge=!1,this.isMenuOpen=!1,this.unread=0,this.now=0,this.asked=null,this.hasFailed=!1,this.enlarged=null,this.#e=Kt(``),this.#n=null,this.#r=!1,this.#d=()=>{let e=window.visualViewport;e&&this.opened&&(this.panel.style.setProperty(`--_seen-height`,`${e.height}px`),this.panel.style.setProperty(`--_seen-top`,`${e.offsetTop}px`))},this.#f={choose:e=>this.#p(this.#n?.choose(e)),enlarge:(e,t)=>{this.enlarged={address:e,alt:t}}},this.confirm=async()=>{try{this.asked===`remove`?await this.#n?.remove():this.#n?.startOver()}catch{this.hasFailed=!0;return}this.asked=null,await this.updateComplete,this.#m()},Fi(`career-chat-tools`,Q),Fi(`career-chat-composer`,ki)}open(){this.opened=!0}close(){this.opened=!1}toggle(){this.opened=!this.opened}async send(e){let t=e.trim();this.open(),t&&(await this.updateComplete,await this.#n?.say(t))}reset(){this.#n?.startOver()}connectedCallback(){super.connectedCallback(),this.#a(),this.#t.tab.isOpen&&!matchMedia(Ni).matches&&(this.opened=!0),window.visualViewport?.addEventListener(`resize`,this.#d),window.visualViewport?.addEventListener(`scroll`,this.#d)}disconnectedCallback(){super.disconnectedCallback(),this.#n?.close(),this.#n=null,clearInterval(this.#i),window.visualViewport?.removeEventListener(`resize`,this.#d),window.visualViewport?.removeEventListener(`scroll`,this.#d)}#a(){this.#n?.close(),this.#e=Kt(this.server),this.#t=new Bt(this.#e);let e=new Dt(new vt(this.#e),this.#t);e.addEventListener(`change`,()=>this.requestUpdate()),e.addEventListener(`message`,e=>this.#s(e.detail)),e.addEventListener(`problem`,e=>this.#c(e.detail)),this.#n=e,this.#r&&this.opened&&e.load()}willUpdate(e){e.has(`server`)&&this.#r&&this.#a(),e.has(`opened`)&&this.opened&&(this.unread=0)}updated(e){e.has(`color`)&&(this.color?this.style.setProperty(`--career-chat-color`,this.color):this.style.removeProperty(`--career-chat-color`)),e.has(`opened`)&&this.#o(this.#r),this.#r=!0;for(let e of this.renderRoot.querySelectorAll(`.ask, .viewer`))e.open||e.showModal()}async#o(e){if(this.opened===this.panel.open)return;if(this.#t.keepInTab({isOpen:this.opened}),this.#l(this.opened?`open`:`close`,void 0),!this.opened){this.panel.close(),this.isMenuOpen=!1,e&&this.launcher.focus();return}let t=document.activeElement;matchMedia(Ni).matches?this.panel.showModal():this.panel.show(),this.#d(),await this.composer.updateComplete,e?this.#m():t instanceof HTMLElement&&t!==document.body?t.focus():(this.shadowRoot?.activeElement)?.blur(),await this.#n?.load(),await this.updateComplete,this.#u()}#s(e){!this.opened&&e.from===`assistant`&&(this.unread+=1),this.#l(`message`,{from:e.from,id:e.id,text:e.text}),this.updateComplete.then(()=>this.#u())}#c(e){this.now=Date.now(),clearInterval(this.#i),this.#i=setInterval(()=>{this.now=Date.now(),this.now>=e.until&&clearInterval(this.#i)},1e3),this.#l(`error`,{code:e.code,message:e.message}),this.updateComplete.then(()=>this.#u())}#l(e,t){this.dispatchEvent(new CustomEvent(`career-chat:${e}`,{detail:t,bubbles:!0,composed:!0}))}#u(){let e=this.log.querySelectorAll(`.said`),t=e[e.length-1];t&&(this.log.scrollTop=t.offsetTop-this.log.offsetTop-8)}#d;get texts(){return an(this.closest(`[lang]`)?.lang||document.documentElement.lang||navigator.language)}render(){let{texts:e}=this;return x`<section aria-label=${this.heading||e.heading} lang=${e.language}>
        <button
          type="button"
          class="launcher"
          aria-expanded=${String(this.opened)}
          @click=${this.toggle}
        >
          <span class="for-reader">${this.launcherWords(e)}</span>
          ${this.opened?F.down:F.chat}
          ${this.unread?x`<span class="badge" aria-hidden="true">${Math.min(this.unread,99)}</span>`:w}
        </button>
        <p class="for-reader" role="status">${this.unread?e.unread(this.unread):``}</p>
      </section>
      <dialog
        class="panel"
        aria-label=${this.heading||e.heading}
        lang=${e.language}
        ?data-large=${this.isLarge}
        @keydown=${this.onKey}
        @click=${this.onClick}
        @cancel=${this.onCancel}
      >
        ${this.header(e)} ${this.messages(e)} ${this.footer(e)}
      </dialog>
      ${this.asked?ji(this.asked,this.hasFailed,e,this.confirm,()=>this.asked=null):w}
      ${this.enlarged?Mi(this.enlarged.address,this.enlarged.alt,e,()=>this.enlarged=null):w}`}launcherWords(e){return this.opened?e.closeChat:this.unread?`${e.openChat} (${e.unread(this.unread)})`:e.openChat}header(e){let t=this.privacy?Pt(this.privacy,document.baseURI):null,n=(e,t,n,r=``)=>x`<button type="button" class="tool ${r}" aria-label=${e} title=${e} @click=${n}>${t}</button>`,r=this.isLarge?e.makeSmaller:e.makeLarger;return x`<div class="head">
      <div class="mark">${F.chat}</div>
      <div class="title">
        <h2>${this.heading||e.heading}</h2>
        <p>${e.automated}</p>
      </div>
      ${n(r,this.isLarge?F.shrink:F.expand,()=>this.isLarge=!this.isLarge,`size`)}
      <button
        type="button"
        class="tool menu-button"
        aria-label=${e.more}
        title=${e.more}
        aria-expanded=${String(this.isMenuOpen)}
        aria-controls="menu"
        @click=${()=>this.isMenuOpen=!this.isMenuOpen}
      >
        ${F.menu}
      </button>
      ${n(e.closeChat,F.close,()=>this.close())}
      <ul id="menu" class="menu" ?hidden=${!this.isMenuOpen}>
        ${this.#n?.isEmpty?w:x`<li>
              <button type="button" @click=${this.save}>${F.save}${e.save}</button>
            </li>`}
        <li>
          <button type="button" @click=${()=>this.ask(`start-over`)}>${F.again}${e.startOver}</button>
        </li>
        <li>
          <button type="button" @click=${()=>this.ask(`remove`)}>${F.bin}${e.remove}</button>
        </li>
        ${t?x`<li>
              <a href=${t} target="_blank" rel="noopener"
                >${F.lock}${e.privacy}<span class="for-reader"> ${e.newTab}</span></a
              >
            </li>`:w}
      </ul>
    </div>`}messages(e){let t=this.#n,n=t?.entries??[];return x`<div class="log" tabindex="0" role="log" aria-label=${e.messages}>
        <div class="entry answer">
          <div class="bubble" dir="auto">
            <span class="for-reader">${e.assistant} </span>
            <p>${this.greeting||e.greeting}</p>
          </div>
          <p class="disclosure">${e.disclosure}</p>
        </div>
        ${t?.isNew?this.starterQuestions(e):w}
        ${rt(n,e=>e.id,(t,r)=>this.entry(t,n.slice(r+1),e))}
        ${t?.isBusy?x`<div class="typing" aria-hidden="true"><span></span><span></span><span></span></div>`:w}
      </div>
      <p class="for-reader" role="status">${t?.isBusy?e.typing:``}</p>`}starterQuestions(e){let t=this.starters??e.starters;return x`<div
      class="replies starters"
      role="group"
      aria-label=${e.starterQuestions}
      lang=${this.starters?w:`en`}
    >
      ${t.map(e=>x`<button type="button" class="reply" dir="auto" @click=${()=>this.say(e)}>${e}</button>`)}
    </div>`}entry(e,t,n){if(e.from===`widget`)return bi(e,n);if(e.from===`person`)return yi(e,n);let r=!Ii(e,t[0]),i=r||e.rateable?x`${sn(e.time,n)}${this.tools(e,n)}`:w;return x`${xi(e,this.#e,n,this.#f,i)}
    ${r?this.quickReplies(e,t,n):w}`}quickReplies(e,t,n){return Ci((this.#n?.entries??[]).flatMap(t=>Ii(e,t)?t.buttons:[]),t.find(e=>e.from===`person`),n,this.#f)}tools(e,t){let n=this.wordsAbove(e);return!n&&!e.rateable?w:x`<career-chat-tools
      .texts=${t}
      .rateable=${e.rateable}
      .helped=${this.#n?.ratingOf(e.id)}
      .rate=${async t=>this.#n?.rate(e.id,t)}
      .words=${n}
    ></career-chat-tools>`}wordsAbove(e){let t=(this.#n?.entries??[]).filter(t=>Ii(e,t)),n=t.slice(0,t.indexOf(e)+1),r=n.slice(0,-1).findLastIndex(e=>e.rateable)+1;return n.slice(r).map(e=>e.text).filter(Boolean).join(`

`)}footer(e){let t=this.#n,n=t?.problem;return x`<div class="dock">
      <div role="alert">
        ${n?wi(n,t.hasUnsent,this.now,e,()=>this.#p(t.retry()),()=>this.#p(t.dismissProblem())):w}
      </div>
      <career-chat-composer
        .texts=${e}
        .draft=${this.#t.tab.draft}
        @draft=${e=>this.#t.keepInTab({draft:e.detail})}
        @say=${e=>this.say(e.detail)}
      ></career-chat-composer>
    </div>`}#f;say(e){this.#p(this.#n?.say(e))}#p(e){this.#m()}#m(){let e=this.composer.contains(this.shadowRoot?.activeElement??null);matchMedia(Pi).matches&&!e?this.log.focus({preventScroll:!0}):this.composer.focus()}save(){this.isMenuOpen=!1,this.menuButton.focus(),ln(`chat.txt`,cn(this.#n?.entries??[],this.texts))}ask(e){this.isMenuOpen=!1,this.menuButton.focus(),this.hasFailed=!1,this.asked=e}onKey(e){e.key!==`Escape`||e.defaultPrevented||e.isComposing||(e.preventDefault(),e.stopPropagation(),this.isMenuOpen?(this.isMenuOpen=!1,this.menuButton.focus()):this.close())}onClick(e){e.composedPath().some(e=>e instanceof Element&&e.matches(`.menu, .menu-button`))||(this.isMenuOpen=!1)}onCancel(e){e.preventDefault(),this.close()}};Z([O()],$.prototype,`heading`,void 0),Z([O()],$.prototype,`color`,void 0),Z([O({reflect:!0})],$.prototype,`side`,void 0),Z([O()],$.prototype,`greeting`,void 0),Z([O({attribute:`starters`,converter:{fromAttribute:Li}})],$.prototype,`starters`,void 0),Z([O()],$.prototype,`server`,void 0),Z([O({reflect:!0})],$.prototype,`theme`,void 0),Z([O()],$.prototype,`privacy`,void 0),Z([O({type:Boolean,attribute:`open`,reflect:!0})],$.prototype,`opened`,void 0),Z([k()],$.prototype,`isLarge`,void 0),Z([k()],$.prototype,`isMenuOpen`,void 0),Z([k()],$.prototype,`unread`,void 0),Z([k()],$.prototype,`now`,void 0),Z([k()],$.prototype,`asked`,void 0),Z([k()],$.prototype,`hasFailed`,void 0),Z([k()],$.prototype,`enlarged`,void 0),Z([We(`.panel`)],$.prototype,`panel`,void 0),Z([We(`.log`)],$.prototype,`log`,void 0),Z([We(`.launcher`)],$.prototype,`launcher`,void 0),Z([We(`.menu-button`)],$.prototype,`menuButton`,void 0),Z([We(`career-chat-composer`)],$.prototype,`composer`,void 0);var Ii=(e,t)=>t?.from===`assistant`&&t.replyTo===e.replyTo;function Li(e){if(e===null)return null;try{let t=JSON.parse(e);if(Array.isArray(t))return t.filter(e=>typeof e==`string`&&e!==``)}catch{}return console.warn(`career-chat: starters='${e}' is no JSON list of questions; the usual ones are shown`),null}var Ri=`career-chat`;customElements.get(Ri)||customElements.define(Ri,$);function zi(){if(!Wt||`manual`in Wt.dataset||document.querySelector(Ri))return;let e=document.createElement(Ri);for(let{name:t,value:n}of Wt.attributes)t.startsWith(`data-`)&&e.setAttribute(t.slice(5),n);document.body.append(e)}document.readyState===`loading`?document.addEventListener(`DOMContentLoaded`,zi):zi()})();